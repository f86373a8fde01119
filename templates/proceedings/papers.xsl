<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of the book: a page that opens a cluster, then its papers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f exsl">

	<xsl:template name="part">
		<xsl:variable name="inside" select="key('paper-by-cluster', @xml:id)"/>
		<fo:page-sequence master-reference="display">
			<xsl:attribute name="initial-page-number"><xsl:choose><xsl:when test="position() = 1 and not($speeches or $has-programme)">1</xsl:when><xsl:otherwise>auto-odd</xsl:otherwise></xsl:choose></xsl:attribute>
			<fo:flow flow-name="xsl-region-body"><xsl:call-template name="part-opening"><xsl:with-param name="number" select="position()"/><xsl:with-param name="inside" select="$inside"/></xsl:call-template></fo:flow>
		</fo:page-sequence>
		<xsl:call-template name="papers-sequence"><xsl:with-param name="inside" select="$inside"/><xsl:with-param name="part" select="f:pick(k:title)"/></xsl:call-template>
	</xsl:template>

	<xsl:template name="papers-sequence">
		<xsl:param name="inside"/>
		<xsl:param name="part"/>
		<fo:page-sequence master-reference="text">
			<xsl:call-template name="book-furniture"><xsl:with-param name="part" select="$part"/></xsl:call-template>
			<fo:flow flow-name="xsl-region-body" text-align="start"><xsl:for-each select="$inside"><xsl:call-template name="paper"/></xsl:for-each></fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<!-- Papers of no cluster, after all others. -->
	<xsl:template name="stray-part">
		<fo:page-sequence master-reference="display" initial-page-number="auto-odd">
			<fo:flow flow-name="xsl-region-body">
				<fo:block id="papers" role="H1" space-before="70mm" space-before.conditionality="retain" font-family="{f:family('display')}" font-weight="bold" font-size="{f:size('display')}" line-height="1.3" color="{$primary}"><xsl:value-of select="f:label('papers')"/></fo:block>
			</fo:flow>
		</fo:page-sequence>
		<xsl:call-template name="papers-sequence"><xsl:with-param name="inside" select="$stray-papers"/><xsl:with-param name="part" select="f:label('papers')"/></xsl:call-template>
	</xsl:template>

	<xsl:template name="paper">
		<xsl:variable name="title" select="normalize-space(f:paper-title(., f:language-at(article)))"/>
		<xsl:variable name="limit" select="30 + 42 * number(f:language-at(article) != 'zh')"/>
		<fo:block id="{@xml:id}" index-key="{@xml:id}" c:src="{c:src(.)}">
			<xsl:if test="position() > 1"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
			<fo:marker marker-class-name="chapter"><fo:inline xml:lang="{f:tag(f:language-at(article))}"><xsl:value-of select="substring($title, 1, $limit)"/><xsl:if test="string-length($title) > $limit">…</xsl:if></fo:inline></fo:marker>
			<xsl:apply-templates select="article" mode="jats"/>
		</fo:block>
	</xsl:template>

	<!-- Number, titles, field, who leads and coordinates. -->
	<xsl:template name="part-opening">
		<xsl:param name="number"/>
		<xsl:param name="inside"/>
		<xsl:variable name="cluster" select="."/>
		<fo:block id="part-{@xml:id}" index-key="part-{@xml:id}" c:src="{c:src(.)}" role="H1" space-before="46mm" space-before.conditionality="retain" text-align="start" hyphenate="false">
			<fo:block font-family="{$heading-family}" font-size="{f:size('heading-2')}" line-height="1.4" color="{$accent}"><xsl:value-of select="f:label('cluster')"/><xsl:text> </xsl:text><xsl:value-of select="$number"/></fo:block>
			<fo:block font-family="{f:family('display')}" font-weight="bold" font-size="{f:size('display')} * 0.82" line-height="1.3" color="{$primary}" space-before="3mm"><xsl:value-of select="f:pick(k:title)"/></fo:block>
			<xsl:for-each select="$other-languages">
				<fo:block font-family="{$heading-family}" font-size="{f:size('heading-2')}" line-height="1.4" color="{$muted}" space-before="1.5mm" xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:pick($cluster/k:title, string(.))"/></fo:block>
			</xsl:for-each>
		</fo:block>
		<fo:block border-top="1.5pt solid {$accent}" space-before="6mm" space-after="6mm" line-height="0pt" end-indent="70%"/>
		<xsl:if test="k:field"><fo:block line-height="1.5" space-after="4mm"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:field"/></xsl:call-template></fo:block></xsl:if>
		<xsl:if test="k:lead"><xsl:call-template name="opening-line"><xsl:with-param name="label" select="'leads'"/><xsl:with-param name="institutions" select="k:lead"/></xsl:call-template></xsl:if>
		<xsl:if test="k:coordinator">
			<fo:block space-after="3mm" font-size="{$table-size}" line-height="1.5">
				<fo:block color="{$primary}" font-family="{$heading-family}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="'coordinators'"/></xsl:call-template></fo:block>
				<xsl:for-each select="k:coordinator"><fo:block c:src="{c:src(.)}"><xsl:call-template name="person-names"><xsl:with-param name="person" select="key('by-id', @person)"/></xsl:call-template></fo:block></xsl:for-each>
			</fo:block>
		</xsl:if>
		<xsl:if test="$inside">
			<fo:block space-before="3mm" font-size="{$table-size}" line-height="1.5">
				<fo:block color="{$primary}" font-family="{$heading-family}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="'papers'"/></xsl:call-template></fo:block>
				<fo:block><xsl:value-of select="c:number(string(count($inside)), $first-language)"/></fo:block>
			</fo:block>
		</xsl:if>
	</xsl:template>

	<xsl:template name="opening-line">
		<xsl:param name="label"/>
		<xsl:param name="institutions"/>
		<fo:block space-after="3mm" font-size="{$table-size}" line-height="1.5">
			<fo:block color="{$primary}" font-family="{$heading-family}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="$label"/></xsl:call-template></fo:block>
			<xsl:for-each select="$institutions"><fo:block c:src="{c:src(.)}"><xsl:call-template name="text"><xsl:with-param name="texts" select="key('by-id', @institution)/k:name"/></xsl:call-template></fo:block></xsl:for-each>
		</fo:block>
	</xsl:template>
</xsl:stylesheet>
