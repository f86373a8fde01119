<?xml version="1.0" encoding="UTF-8"?>
<!-- The cover: a woven band at the spine, the titles, date and place, hosts. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                exclude-result-prefixes="k f">

	<xsl:template name="cover">
		<xsl:param name="label" select="'report'"/>
		<xsl:choose>
			<xsl:when test="$official"><xsl:call-template name="official-cover"><xsl:with-param name="label" select="$label"/></xsl:call-template></xsl:when>
			<xsl:otherwise><xsl:call-template name="band-cover"><xsl:with-param name="label" select="$label"/></xsl:call-template></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<!-- Letterhead, title, and between rules at the foot who issues it and when. -->
	<xsl:template name="official-cover">
		<xsl:param name="label"/>
		<xsl:variable name="conference" select="."/>
		<fo:page-sequence master-reference="display" force-page-count="even" format="i">
			<fo:flow flow-name="xsl-region-body" text-align="center" hyphenate="false">
				<fo:block-container height="{f:size('height')} - {f:size('top')} - {f:size('bottom')} - 44mm" fox:overflow-condense="font-size" fox:overflow-condense-limit-font-size="6pt">
					<xsl:call-template name="letterhead"/>
					<xsl:for-each select="$language-list">
						<xsl:variable name="language" select="string(.)"/>
						<fo:block xml:lang="{f:tag($language)}" space-after="7mm">
							<xsl:if test="position() = 1"><xsl:attribute name="role">Title</xsl:attribute></xsl:if>
							<xsl:for-each select="$conference/k:title[@xml:lang = $language] | f:pick($conference/k:title)[$language = $first-language]">
								<fo:block c:src="{c:src(.)}" font-family="{f:family('display')}" font-weight="bold" line-height="1.4">
									<xsl:attribute name="font-size"><xsl:choose><xsl:when test="$language = $first-language"><xsl:value-of select="f:size('display')"/></xsl:when><xsl:otherwise>14pt</xsl:otherwise></xsl:choose></xsl:attribute>
									<xsl:value-of select="."/>
								</fo:block>
							</xsl:for-each>
							<fo:block line-height="1.5"><xsl:attribute name="font-size"><xsl:choose><xsl:when test="$language = $first-language"><xsl:value-of select="f:size('heading-2')"/></xsl:when><xsl:otherwise>12pt</xsl:otherwise></xsl:choose></xsl:attribute><xsl:value-of select="f:label($label, $language)"/></fo:block>
						</fo:block>
					</xsl:for-each>
				</fo:block-container>
				<fo:block-container height="43mm" display-align="after" font-size="{f:size('folio')}" line-height="1.5" text-align="start">
					<xsl:call-template name="official-foot"/>
				</fo:block-container>
			</fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<xsl:template name="official-foot">
		<xsl:variable name="conference" select="."/>
		<fo:block border-top="1pt solid {$ink}" padding-top="1mm" padding-bottom="1mm">
			<fo:block start-indent="6em" end-indent="1em" text-indent="-5em">
				<xsl:value-of select="f:label('hosts')"/><xsl:call-template name="colon"/>
				<xsl:for-each select="k:host"><xsl:if test="position() > 1"><xsl:choose><xsl:when test="$first-language = 'zh'">，</xsl:when><xsl:otherwise>; </xsl:otherwise></xsl:choose></xsl:if><xsl:value-of select="f:pick(key('by-id', @institution)/k:name)"/></xsl:for-each>
			</fo:block>
		</fo:block>
		<fo:block border-top="0.5pt solid {$ink}" border-bottom="1pt solid {$ink}" padding-top="1mm" padding-bottom="1mm">
			<fo:block start-indent="1em" end-indent="1em" text-align-last="justify">
				<xsl:value-of select="f:pick(k:place/k:city)"/><fo:leader leader-pattern="space"/><xsl:value-of select="c:date-range(string(@from), string(@to), $first-language)"/>
			</fo:block>
		</fo:block>
		<xsl:if test="@specimen = 'true'">
			<fo:block space-before="2mm" font-size="{$small-size}" line-height="1.4" color="{$accent}">
				<xsl:for-each select="$language-list"><fo:block xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:pick($conference/k:notice, string(.))"/></fo:block></xsl:for-each>
			</fo:block>
		</xsl:if>
	</xsl:template>

	<xsl:template name="band-cover">
		<xsl:param name="label"/>
		<fo:page-sequence master-reference="cover" force-page-count="even" format="i">
			<fo:flow flow-name="xsl-region-body">
				<fo:block-container absolute-position="absolute" left="0mm" top="0mm" width="{f:size('band')}" height="{f:size('height')}" background-color="{$head-color}">
					<fo:block line-height="0pt">
						<xsl:if test="string(f:image('band'))">
							<fo:external-graphic c:src="{c:src(f:image('band'))}" src="url('{f:image('band')}')" content-width="{f:size('band')}" content-height="{f:size('height')}" scaling="non-uniform" role="Artifact"/>
						</xsl:if>
					</fo:block>
				</fo:block-container>
				<fo:block-container absolute-position="absolute" left="{f:size('band')} + 17mm" right="18mm" top="34mm" height="154mm" fox:overflow-condense="font-size" fox:overflow-condense-limit-font-size="6pt">
					<fo:block font-family="{$heading-family}" font-size="{f:size('heading-3')}" line-height="1.5" color="{$accent}" space-after="14mm">
						<xsl:call-template name="label-line"><xsl:with-param name="name" select="$label"/></xsl:call-template>
					</fo:block>
					<xsl:call-template name="cover-title"/>
				</fo:block-container>
				<fo:block-container absolute-position="absolute" left="{f:size('band')} + 17mm" right="18mm" bottom="24mm" height="84mm" display-align="after">
					<xsl:call-template name="cover-foot"/>
				</fo:block-container>
			</fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<xsl:template name="cover-title">
		<xsl:variable name="title" select="f:pick(k:title)"/>
		<fo:block c:src="{c:src($title)}" role="Title" xml:lang="{f:tag(string($title/@xml:lang))}" font-family="{f:family('display')}" font-weight="bold" color="{$primary}"
		          line-height="1.3" text-align="start" hyphenate="false" space-after="4mm">
			<xsl:attribute name="font-size">
				<xsl:choose>
					<xsl:when test="string-length($title) > 60">22pt</xsl:when>
					<xsl:when test="string-length($title) > 40 or (string-length($title) > 24 and $title/@xml:lang = 'zh')">26pt</xsl:when>
					<xsl:otherwise><xsl:value-of select="f:title-size($title, f:points(f:size('display')), f:points(f:size('width')) - f:points(f:size('band')) - f:points('35mm'))"/></xsl:otherwise>
				</xsl:choose>
			</xsl:attribute>
			<xsl:value-of select="$title"/>
		</fo:block>
		<xsl:for-each select="f:pick(k:subtitle)">
			<fo:block c:src="{c:src(.)}" font-size="15pt" line-height="1.4" color="{$second}" space-after="8mm"><xsl:value-of select="."/></fo:block>
		</xsl:for-each>
		<fo:block border-top="1.5pt solid {$accent}" end-indent="70%" line-height="0pt" space-before="3mm" space-after="8mm"/>
		<xsl:variable name="conference" select="."/>
		<xsl:for-each select="$other-languages">
			<xsl:variable name="language" select="string(.)"/>
			<fo:block xml:lang="{f:tag($language)}" space-after="5mm" hyphenate="false" text-align="start">
				<fo:block font-size="13pt" line-height="1.35" color="{$ink}"><xsl:value-of select="$conference/k:title[@xml:lang = $language]"/></fo:block>
				<fo:block font-size="{$text-size}" line-height="1.4" color="{$muted}" space-before="1mm"><xsl:value-of select="$conference/k:subtitle[@xml:lang = $language]"/></fo:block>
			</fo:block>
		</xsl:for-each>
	</xsl:template>

	<xsl:template name="cover-foot">
		<xsl:variable name="conference" select="."/>
		<xsl:for-each select="$language-list">
			<xsl:variable name="language" select="string(.)"/>
			<fo:block xml:lang="{f:tag($language)}" font-size="{$text-size}" line-height="1.45" space-after="2mm">
				<xsl:if test="position() = 1"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
				<xsl:value-of select="c:date-range(string($conference/@from), string($conference/@to), $language)"/>
				<fo:inline color="{$accent}"> · </fo:inline>
				<xsl:value-of select="f:pick($conference/k:place/k:city, $language)"/>
			</fo:block>
		</xsl:for-each>
		<fo:block space-before="5mm" font-size="{$table-size}" line-height="1.45" color="{$muted}">
			<xsl:for-each select="k:host">
				<fo:block c:src="{c:src(.)}" space-after="1mm"><xsl:value-of select="f:pick(key('by-id', @institution)/k:name)"/></fo:block>
			</xsl:for-each>
		</fo:block>
		<xsl:if test="@specimen = 'true'">
			<fo:block space-before="4mm" padding="2mm" border="0.6pt solid {$accent}" margin-left="0mm" margin-right="0mm" font-size="{$small-size}" line-height="1.4" color="{$primary}">
				<xsl:for-each select="$language-list">
					<fo:block xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:pick($conference/k:notice, string(.))"/></fo:block>
				</xsl:for-each>
			</fo:block>
		</xsl:if>
	</xsl:template>
</xsl:stylesheet>
