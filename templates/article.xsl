<?xml version="1.0" encoding="UTF-8"?>
<!-- One JATS article by itself: a paper that a journal system exported, without a conference round it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="l f">

	<xsl:include href="common/theme.xsl"/>
	<xsl:include href="common/language.xsl"/>
	<xsl:include href="common/names.xsl"/>
	<xsl:include href="common/pages.xsl"/>
	<xsl:include href="jats/article.xsl"/>

	<xsl:output method="xml" encoding="UTF-8"/>

	<xsl:variable name="article-level" select="1"/>
	<xsl:variable name="article-title-size">20pt</xsl:variable>

	<xsl:variable name="meta" select="/article/front/article-meta | /article/front-stub"/>
	<xsl:variable name="article-title"><xsl:apply-templates select="$meta/title-group/article-title" mode="jats-plain"/></xsl:variable>

	<xsl:template match="/article">
		<fo:root xml:lang="{f:tag(concat(@xml:lang, substring('en', 1 div not(@xml:lang))))}" font-family="{$text-family}" font-size="{$text-size}" line-height="{f:size('line')}" color="{$ink}">
			<xsl:call-template name="page-masters"/>
			<xsl:call-template name="article-metadata"/>
			<xsl:if test="body/sec/title">
				<fo:bookmark-tree>
					<xsl:for-each select="body/sec[title]"><xsl:call-template name="article-bookmark"/></xsl:for-each>
				</fo:bookmark-tree>
			</xsl:if>
			<fo:page-sequence id="document" master-reference="text" initial-page-number="{concat($meta/fpage[number(.) > 0], substring('1', 1 div not(number($meta/fpage) > 0)))}">
				<xsl:call-template name="article-furniture"/>
				<fo:flow flow-name="xsl-region-body" text-align="start">
					<xsl:apply-templates select="." mode="jats"/>
				</fo:flow>
			</fo:page-sequence>
		</fo:root>
	</xsl:template>

	<xsl:template name="article-bookmark">
		<fo:bookmark internal-destination="{f:jats-target(.)}">
			<fo:bookmark-title><xsl:if test="label"><xsl:value-of select="label"/><xsl:text> </xsl:text></xsl:if><xsl:apply-templates select="title" mode="jats-plain"/></fo:bookmark-title>
		</fo:bookmark>
	</xsl:template>

	<xsl:template name="article-metadata">
		<fo:declarations>
			<x:xmpmeta xmlns:x="adobe:ns:meta/">
				<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
					<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
						<dc:title><rdf:Alt><rdf:li xml:lang="x-default"><xsl:value-of select="normalize-space($article-title)"/></rdf:li></rdf:Alt></dc:title>
						<dc:creator><rdf:Seq>
							<xsl:for-each select="$meta/contrib-group/contrib/name"><rdf:li><xsl:apply-templates select="." mode="jats"/></rdf:li></xsl:for-each>
						</rdf:Seq></dc:creator>
						<dc:description><rdf:Alt><rdf:li xml:lang="x-default"><xsl:value-of select="/article/front/journal-meta//journal-title"/></rdf:li></rdf:Alt></dc:description>
					</rdf:Description>
				</rdf:RDF>
			</x:xmpmeta>
		</fo:declarations>
	</xsl:template>

	<!-- Authors and title above, the folio below; the first page has neither, for it says both itself. -->
	<xsl:template name="article-furniture">
		<xsl:variable name="short" select="normalize-space(concat($meta/title-group/alt-title[contains(@alt-title-type, 'short') or contains(@alt-title-type, 'running')], substring($article-title, 1 div not($meta/title-group/alt-title[contains(@alt-title-type, 'short') or contains(@alt-title-type, 'running')]))))"/>
		<xsl:variable name="limit" select="30 + 40 * number(f:language-at(/article) != 'zh')"/>
		<xsl:variable name="title"><xsl:value-of select="substring($short, 1, $limit)"/><xsl:if test="string-length($short) > $limit">…</xsl:if></xsl:variable>
		<xsl:variable name="authors" select="$meta/contrib-group/contrib[not(@contrib-type) or contains(@contrib-type, 'author')]"/>
		<xsl:variable name="writer">
			<xsl:variable name="name" select="$authors[1]/descendant::*[self::name or self::string-name or self::collab][1]"/>
			<xsl:choose>
				<xsl:when test="f:language-at(/article) = 'zh' and $name[@name-style = 'eastern']/surname"><xsl:value-of select="concat($name/surname, $name/given-names)"/></xsl:when>
				<xsl:when test="$name/surname"><xsl:value-of select="$name/surname"/></xsl:when>
				<xsl:when test="$name/self::collab"><xsl:value-of select="normalize-space(($name/institution | $name/text()[normalize-space()])[1])"/></xsl:when>
				<xsl:otherwise><xsl:value-of select="normalize-space($name)"/></xsl:otherwise>
			</xsl:choose>
			<xsl:if test="count($authors) > 1"><xsl:if test="f:language-at(/article) != 'zh'"><xsl:text> </xsl:text></xsl:if><xsl:value-of select="f:word('jats.others', /article)"/></xsl:if>
		</xsl:variable>
		<xsl:for-each select="document('')/xsl:stylesheet/f:side">
			<xsl:if test="f:choice('running-head') = 'yes'"><fo:static-content flow-name="{@name}-head">
				<fo:block font-family="{$heading-family}" font-size="{$small-size}" color="{$muted}" text-align-last="justify" line-height="1.3" border-bottom="0.5pt solid {$rule}" padding-after="1.2mm" hyphenate="false">
					<xsl:choose>
						<xsl:when test="@name = 'even'"><xsl:value-of select="$writer"/><fo:leader leader-pattern="space"/><xsl:value-of select="$title"/></xsl:when>
						<xsl:otherwise><xsl:value-of select="$title"/><fo:leader leader-pattern="space"/><xsl:value-of select="$writer"/></xsl:otherwise>
					</xsl:choose>
				</fo:block>
			</fo:static-content></xsl:if>
			<fo:static-content flow-name="{@name}-foot">
				<xsl:call-template name="folio"><xsl:with-param name="side" select="@name"/></xsl:call-template>
			</fo:static-content>
		</xsl:for-each>
		<xsl:call-template name="footnote-line"/>
	</xsl:template>

	<f:side name="odd"/>
	<f:side name="even"/>
</xsl:stylesheet>
