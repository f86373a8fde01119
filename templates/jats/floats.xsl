<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures, tables' frames, formulas, material beside the article. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
                xmlns:func="http://exslt.org/functions" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                extension-element-prefixes="func" exclude-result-prefixes="k l f xlink mml">

	<!-- ==== pictures ==== -->

	<!-- As large as it is, but no larger than the column and most of a page. -->
	<xsl:template match="graphic" mode="jats">
		<fo:block text-align="center" text-indent="0pt" line-height="1" keep-with-next.within-page="always">
			<xsl:call-template name="jats-id"/>
			<xsl:call-template name="jats-picture"/>
		</fo:block>
		<xsl:apply-templates select="label | caption | attrib | long-desc" mode="jats"/>
	</xsl:template>
	<xsl:template name="jats-picture">
		<fo:external-graphic src="url('{@xlink:href}')" content-width="scale-down-to-fit" content-height="scale-down-to-fit" inline-progression-dimension.maximum="100%" block-progression-dimension.maximum="130mm" scaling="uniform">
			<xsl:attribute name="c:src"><xsl:value-of select="c:src(.)"/></xsl:attribute>
			<xsl:variable name="alt" select="(alt-text | ancestor::fig[1]/alt-text | ancestor::fig[1]/caption/title | ancestor::fig[1]/label | ancestor::fig[1]/caption/p)[1]"/>
			<xsl:attribute name="fox:alt-text"><xsl:value-of select="normalize-space($alt)"/></xsl:attribute>
		</fo:external-graphic>
	</xsl:template>
	<xsl:template match="inline-graphic" mode="jats">
		<fo:external-graphic src="url('{@xlink:href}')" alignment-baseline="middle"><xsl:attribute name="c:src"><xsl:value-of select="c:src(.)"/></xsl:attribute><xsl:attribute name="fox:alt-text"><xsl:value-of select="normalize-space(alt-text)"/></xsl:attribute></fo:external-graphic>
	</xsl:template>
	<xsl:template match="alt-text | long-desc[not(node())]" mode="jats"/>

	<xsl:template match="fig" mode="jats">
		<fo:block space-before="4mm" space-after="4mm" text-indent="0pt" start-indent="0pt" font-size="{$text-size}">
			<!-- A long caption may go on at the next page: else much of this one would stay empty. -->
			<xsl:if test="string-length(caption) &lt; 500"><xsl:attribute name="keep-together.within-page">always</xsl:attribute></xsl:if>
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<xsl:apply-templates select="*[not(self::label or self::caption or self::attrib or self::permissions or self::object-id)]" mode="jats"/>
			<xsl:call-template name="jats-caption"/>
			<xsl:apply-templates select="attrib | permissions" mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="fig-group | table-wrap-group" mode="jats">
		<fo:block text-indent="0pt"><xsl:call-template name="jats-place"/><xsl:apply-templates select="*[not(self::label or self::caption)]" mode="jats"/><xsl:call-template name="jats-caption"/></fo:block>
	</xsl:template>
	<xsl:template match="object-id" mode="jats">
		<fo:block font-size="{$small-size}" color="{$muted}" text-align="start"><xsl:value-of select="@pub-id-type"/><xsl:text>&#160;</xsl:text><xsl:apply-templates mode="jats"/></fo:block>
	</xsl:template>

	<!-- Label and caption as one paragraph, what follows the first paragraph below it. -->
	<xsl:template name="jats-caption">
		<xsl:param name="align" select="'start'"/>
		<xsl:if test="label or caption">
			<fo:block font-size="{$table-size}" line-height="1.4" text-align="{$align}" space-before="1.5mm" space-after="1mm" orphans="3" widows="3">
				<xsl:for-each select="caption"><xsl:call-template name="jats-language"/></xsl:for-each>
				<xsl:if test="label"><fo:inline font-family="{$heading-family}" font-weight="bold" color="{$primary}"><xsl:apply-templates select="label/node()" mode="jats"/></fo:inline><xsl:text>&#160; </xsl:text></xsl:if>
				<xsl:for-each select="caption/title | caption/subtitle"><fo:inline font-weight="bold"><xsl:call-template name="jats-id"/><xsl:apply-templates mode="jats"/></fo:inline><xsl:text> </xsl:text></xsl:for-each>
				<xsl:for-each select="caption/p[1]"><fo:inline><xsl:call-template name="jats-id"/><xsl:apply-templates mode="jats"/></fo:inline></xsl:for-each>
				<xsl:apply-templates select="caption/*[not(self::title or self::subtitle)][not(self::p) or preceding-sibling::p]" mode="jats"/>
			</fo:block>
			<xsl:apply-templates select="object-id" mode="jats"/>
		</xsl:if>
	</xsl:template>
	<xsl:template match="caption" mode="jats"><fo:block font-size="{$table-size}" line-height="1.4" text-align="start" space-before="1mm"><xsl:call-template name="jats-place"/><xsl:if test="../self::boxed-text/label"><fo:inline font-weight="bold"><xsl:apply-templates select="../label/node()" mode="jats"/><xsl:text> </xsl:text></fo:inline></xsl:if><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="caption/title" mode="jats"><fo:block font-weight="bold" keep-with-next.within-page="always"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>

	<!-- ==== tables ==== -->

	<xsl:template match="table-wrap" mode="jats">
		<fo:block space-before="4mm" space-after="4mm" text-indent="0pt" start-indent="0pt" text-align="start">
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<fo:block keep-with-next.within-page="always" keep-together.within-page="always"><xsl:call-template name="jats-caption"/></fo:block>
			<xsl:apply-templates select="*[not(self::label or self::caption or self::object-id)]" mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="table-wrap-foot" mode="jats">
		<fo:block font-size="{$small-size}" line-height="1.4" color="{$muted}" space-before="1mm" text-align="start"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block>
	</xsl:template>

	<!-- ==== formulas ==== -->

	<xsl:template match="disp-formula" mode="jats">
		<xsl:choose>
			<xsl:when test="label">
				<fo:table table-layout="fixed" width="100%" space-before="2mm" space-after="2mm" start-indent="0pt" text-indent="0pt" keep-together.within-page="always">
					<xsl:call-template name="jats-place"/>
					<fo:table-column column-width="14mm"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="14mm"/>
					<fo:table-body><fo:table-row>
						<fo:table-cell><fo:block/></fo:table-cell>
						<fo:table-cell text-align="center" display-align="center"><fo:block role="Formula"><xsl:apply-templates select="node()[not(self::label)]" mode="jats-formula"/></fo:block></fo:table-cell>
						<fo:table-cell text-align="end" display-align="center"><fo:block><xsl:apply-templates select="label/node()" mode="jats"/></fo:block></fo:table-cell>
					</fo:table-row></fo:table-body>
				</fo:table>
			</xsl:when>
			<xsl:otherwise>
				<fo:block text-align="center" text-indent="0pt" space-before="2mm" space-after="2mm" keep-together.within-page="always" role="Formula"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats-formula"/></fo:block>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<xsl:template match="inline-formula | chem-struct[../text()[normalize-space()]]" mode="jats"><fo:inline role="Formula"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats-formula"/></fo:inline></xsl:template>
	<xsl:template match="disp-formula-group | chem-struct-wrap | chem-struct" mode="jats"><fo:block text-indent="0pt"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>

	<xsl:template match="*" mode="jats-formula"><xsl:apply-templates select="." mode="jats"/></xsl:template>
	<xsl:template match="text()" mode="jats-formula"><xsl:value-of select="."/></xsl:template>
	<xsl:template match="graphic | inline-graphic" mode="jats-formula"><xsl:call-template name="jats-formula-picture"/></xsl:template>
	<xsl:template match="alternatives" mode="jats-formula"><xsl:apply-templates select="(graphic | inline-graphic)[contains(@xlink:href, '.svg')] | self::*[not((graphic | inline-graphic)[contains(@xlink:href, '.svg')])]" mode="jats-alternative"/></xsl:template>
	<xsl:template match="graphic | inline-graphic" mode="jats-alternative"><xsl:call-template name="jats-formula-picture"/></xsl:template>
	<xsl:template match="alternatives" mode="jats-alternative">
		<xsl:variable name="best" select="(mml:math | *[contains(@xlink:href, '.png') or contains(@xlink:href, '.jp')] | tex-math | textual-form)"/>
		<xsl:choose>
			<xsl:when test="mml:math"><xsl:apply-templates select="mml:math[1]" mode="jats"/></xsl:when>
			<xsl:when test="$best"><xsl:apply-templates select="$best[1]" mode="jats-formula"/></xsl:when>
			<xsl:otherwise><xsl:apply-templates select="*[1]" mode="jats-formula"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<xsl:template name="jats-formula-picture">
		<fo:external-graphic src="url('{@xlink:href}')" alignment-baseline="middle" content-width="scale-down-to-fit" inline-progression-dimension.maximum="100%" scaling="uniform">
			<xsl:attribute name="c:src"><xsl:value-of select="c:src(.)"/></xsl:attribute>
			<xsl:attribute name="fox:alt-text"><xsl:value-of select="normalize-space(concat(alt-text, ../tex-math[not(current()/alt-text)], ancestor::disp-formula[not(current()/alt-text or current()/../tex-math)]/label))"/></xsl:attribute>
		</fo:external-graphic>
	</xsl:template>

	<!-- Of the same thing in several forms, the one that prints best. -->
	<xsl:template match="alternatives" mode="jats">
		<xsl:variable name="pictures" select="graphic | inline-graphic | media"/>
		<xsl:variable name="good" select="$pictures[contains(@xlink:href, '.svg')] | $pictures[contains(@xlink:href, '.png') or contains(@xlink:href, '.jp') or contains(@mime-subtype, 'png') or contains(@mime-subtype, 'jpeg')][not($pictures[contains(@xlink:href, '.svg')])]"/>
		<xsl:choose>
			<xsl:when test="*[local-name() = 'table']"><xsl:apply-templates select="*[local-name() = 'table'][1]" mode="jats"/></xsl:when>
			<xsl:when test="$good"><xsl:apply-templates select="$good[1]" mode="jats"/></xsl:when>
			<xsl:otherwise><xsl:apply-templates select="*[1]" mode="jats"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<xsl:template match="tex-math" mode="jats"><fo:inline font-family="monospace" font-size="0.9em"><xsl:value-of select="normalize-space(.)"/></fo:inline></xsl:template>
	<xsl:template match="tex-math[contains(., 'begin{document}')]" mode="jats"><fo:inline font-family="monospace" font-size="0.9em"><xsl:value-of select="normalize-space(substring-before(concat(substring-after(., 'begin{document}'), '\end{document}'), '\end{document}'))"/></fo:inline></xsl:template>
	<xsl:template match="textual-form" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>

	<!-- ==== material beside the article ==== -->

	<xsl:template match="supplementary-material | media" mode="jats">
		<fo:block space-before="2mm" space-after="2mm" text-indent="0pt" start-indent="0pt" text-align="start">
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-caption"/>
			<xsl:if test="@xlink:href and not(graphic)"><fo:block font-size="{$small-size}" color="{$muted}"><xsl:value-of select="@xlink:href"/></fo:block></xsl:if>
			<xsl:apply-templates select="*[not(self::label or self::caption or self::object-id)]" mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="inline-supplementary-material" mode="jats"><fo:inline color="{$second}"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="array" mode="jats"><fo:block text-indent="0pt"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
</xsl:stylesheet>
