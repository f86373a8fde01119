<?xml version="1.0" encoding="UTF-8"?>
<!-- Half title, title page, imprint. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="k f exsl">

	<xsl:template name="front-matter">
		<fo:page-sequence master-reference="display" format="i" initial-page-number="1" force-page-count="even">
			<fo:flow flow-name="xsl-region-body" text-align="center">
				<xsl:call-template name="half-title"/>
				<xsl:call-template name="title-page"/>
				<xsl:call-template name="imprint"/>
			</fo:flow>
		</fo:page-sequence>
		<fo:page-sequence master-reference="text" format="i" initial-page-number="auto-odd" force-page-count="even">
			<xsl:call-template name="book-furniture"/>
			<fo:flow flow-name="xsl-region-body" text-align="start"><xsl:call-template name="book-contents"/></fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<xsl:template name="half-title">
		<fo:block space-before="62mm" space-before.conditionality="retain" font-family="{f:family('display')}" font-size="{f:size('heading-2')}" line-height="1.5" color="{$ink}" hyphenate="false">
			<xsl:for-each select="f:pick(k:short | k:title[not(../k:short)])"><xsl:value-of select="."/></xsl:for-each>
			<fo:block font-size="{f:size('heading-3')}" color="{$muted}" space-before="2mm"><xsl:value-of select="f:label('proceedings')"/></fo:block>
		</fo:block>
	</xsl:template>

	<xsl:template name="title-page">
		<xsl:variable name="conference" select="."/>
		<xsl:variable name="title" select="f:pick(k:title)"/>
		<fo:block-container break-before="odd-page" height="{f:size('height')} - {f:size('top')} - {f:size('bottom')} - 50mm" fox:overflow-condense="font-size" fox:overflow-condense-limit-font-size="6pt">
			<xsl:choose>
				<xsl:when test="$official"><xsl:call-template name="letterhead"><xsl:with-param name="above" select="10"/></xsl:call-template></xsl:when>
				<xsl:otherwise>
					<fo:block color="{$accent}" font-family="{$heading-family}" font-size="{f:size('heading-3')}" line-height="1.5" space-before="10mm" space-before.conditionality="retain" space-after="20mm">
						<xsl:value-of select="f:pick(k:alliance/k:name)"/>
					</fo:block>
				</xsl:otherwise>
			</xsl:choose>
			<fo:block role="Title" font-family="{f:family('display')}" font-weight="bold" color="{$primary}" line-height="1.35" hyphenate="false" c:src="{c:src($title)}">
				<xsl:attribute name="font-size"><xsl:choose><xsl:when test="string-length($title) > 60">21pt</xsl:when><xsl:otherwise>25pt</xsl:otherwise></xsl:choose></xsl:attribute>
				<xsl:value-of select="$title"/>
			</fo:block>
			<xsl:for-each select="k:subtitle[1]"><fo:block font-size="{f:size('heading-2')}" line-height="1.4" color="{$second}" space-before="3mm" hyphenate="false"><xsl:value-of select="f:pick($conference/k:subtitle)"/></fo:block></xsl:for-each>
			<fo:block space-before="6mm" space-after="6mm" line-height="6pt"><fo:leader leader-pattern="rule" leader-length="34mm" rule-thickness="1.5pt" color="{$accent}"/></fo:block>
			<fo:block font-family="{f:family('display')}" font-size="{f:size('heading-1')}" line-height="1.3" color="{$ink}"><xsl:value-of select="f:label('proceedings')"/></fo:block>
			<xsl:for-each select="$other-languages">
				<xsl:variable name="language" select="string(.)"/>
				<fo:block space-before="{6 - 3 * number(count($language-list) > 3)}mm" xml:lang="{f:tag($language)}" hyphenate="false" color="{$muted}" line-height="1.4">
					<fo:block font-size="12pt"><xsl:value-of select="f:pick($conference/k:title, $language)"/></fo:block>
					<fo:block><xsl:value-of select="f:label('proceedings', $language)"/></fo:block>
				</fo:block>
			</xsl:for-each>
		</fo:block-container>
		<fo:block-container height="50mm" display-align="after">
			<xsl:if test="string(f:image('mark'))"><fo:block line-height="1" space-after="4mm"><fo:external-graphic c:src="{c:src(f:image('mark'))}" src="url('{f:image('mark')}')" content-height="14mm" role="Artifact"/></fo:block></xsl:if>
			<xsl:for-each select="$language-list">
				<fo:block xml:lang="{f:tag(string(.))}" line-height="1.5">
					<xsl:if test="position() > 1"><xsl:attribute name="color"><xsl:value-of select="$muted"/></xsl:attribute></xsl:if>
					<xsl:value-of select="f:pick($conference/k:place/k:city, string(.))"/><fo:inline color="{$accent}"> · </fo:inline><xsl:value-of select="c:date-range(string($conference/@from), string($conference/@to), string(.))"/>
				</fo:block>
			</xsl:for-each>
		</fo:block-container>
	</xsl:template>

	<xsl:template name="imprint">
		<fo:block-container break-before="even-page" height="{f:size('height')} - {f:size('top')} - {f:size('bottom')} - 1mm" display-align="after">
			<fo:block font-size="{$small-size}" line-height="1.5" color="{$ink}" text-align="start">
				<xsl:for-each select="$language-list">
					<xsl:variable name="language" select="string(.)"/>
					<fo:block xml:lang="{f:tag($language)}" space-before="4mm" hyphenate="false">
						<xsl:if test="position() > 1"><xsl:attribute name="color"><xsl:value-of select="$muted"/></xsl:attribute></xsl:if>
						<xsl:for-each select="$document/k:conference">
							<fo:block font-weight="bold"><xsl:value-of select="f:pick(k:title, $language)"/><xsl:choose><xsl:when test="$language = 'zh'">：</xsl:when><xsl:otherwise>. </xsl:otherwise></xsl:choose><xsl:value-of select="f:label('proceedings', $language)"/></fo:block>
							<xsl:call-template name="imprint-line"><xsl:with-param name="label" select="'dates'"/><xsl:with-param name="language" select="$language"/><xsl:with-param name="text" select="c:date-range(string(@from), string(@to), $language)"/></xsl:call-template>
							<xsl:if test="k:place"><xsl:call-template name="imprint-line"><xsl:with-param name="label" select="'place'"/><xsl:with-param name="language" select="$language"/><xsl:with-param name="text"><xsl:value-of select="f:pick(k:place/k:city, $language)"/><xsl:if test="k:place/k:venue"><xsl:choose><xsl:when test="$language = 'zh'">，</xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose><xsl:value-of select="f:pick(k:place/k:venue, $language)"/></xsl:if></xsl:with-param></xsl:call-template></xsl:if>
							<xsl:for-each select="k:guidance[1] | k:host[1] | k:supporter[1]">
								<xsl:variable name="kind" select="name()"/>
								<xsl:call-template name="imprint-line">
									<xsl:with-param name="label" select="concat(substring('guidance', 1 div ($kind = 'guidance')), substring('hosts', 1 div ($kind = 'host')), substring('supporters', 1 div ($kind = 'supporter')))"/>
									<xsl:with-param name="language" select="$language"/>
									<xsl:with-param name="text"><xsl:for-each select="../*[name() = $kind]"><xsl:if test="position() > 1"><xsl:choose><xsl:when test="$language = 'zh'">；</xsl:when><xsl:otherwise>; </xsl:otherwise></xsl:choose></xsl:if><xsl:value-of select="f:pick(key('by-id', @institution)/k:name, $language)"/></xsl:for-each></xsl:with-param>
								</xsl:call-template>
							</xsl:for-each>
							<xsl:if test="$papers"><xsl:call-template name="imprint-line"><xsl:with-param name="label" select="'papers'"/><xsl:with-param name="language" select="$language"/><xsl:with-param name="text" select="c:number(string(count($papers)), $language)"/></xsl:call-template></xsl:if>
						</xsl:for-each>
					</fo:block>
				</xsl:for-each>
				<xsl:if test="$isbn"><fo:block space-before="4mm">ISBN <xsl:value-of select="$isbn"/></fo:block></xsl:if>
				<xsl:if test="@specimen = 'true'">
					<fo:block space-before="5mm" padding="2mm" margin-left="0mm" margin-right="0mm" border="0.6pt solid {$accent}" color="{$primary}">
						<xsl:for-each select="$language-list"><fo:block xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:pick($document/k:conference/k:notice, string(.))"/></fo:block></xsl:for-each>
					</fo:block>
				</xsl:if>
			</fo:block>
		</fo:block-container>
	</xsl:template>

	<xsl:template name="imprint-line">
		<xsl:param name="label"/>
		<xsl:param name="language"/>
		<xsl:param name="text"/>
		<fo:block start-indent="4mm" text-indent="-4mm"><xsl:value-of select="f:label($label, $language)"/><xsl:choose><xsl:when test="$language = 'zh'">：</xsl:when><xsl:otherwise>: </xsl:otherwise></xsl:choose><xsl:value-of select="$text"/></fo:block>
	</xsl:template>
</xsl:stylesheet>
