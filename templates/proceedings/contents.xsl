<?xml version="1.0" encoding="UTF-8"?>
<!-- Contents and bookmarks of the proceedings: chapters and parts, and the papers in them. One list makes both. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f exsl">

	<xsl:template name="book-contents">
		<xsl:call-template name="chapter"><xsl:with-param name="id" select="'contents'"/></xsl:call-template>
		<fo:block role="TOC"><xsl:call-template name="book-entries"><xsl:with-param name="as" select="'contents'"/></xsl:call-template></fo:block>
	</xsl:template>

	<xsl:template name="book-entries">
		<xsl:param name="as"/>
		<xsl:variable name="chapters">
			<xsl:if test="$speeches"><chapter id="speeches" title="{f:label('speeches')}"/></xsl:if>
			<xsl:if test="$has-programme"><chapter id="programme" title="{f:label('programme')}"/></xsl:if>
		</xsl:variable>
		<xsl:for-each select="exsl:node-set($chapters)/chapter"><xsl:call-template name="book-entry"><xsl:with-param name="as" select="$as"/><xsl:with-param name="id" select="@id"/><xsl:with-param name="title" select="@title"/></xsl:call-template></xsl:for-each>
		<xsl:for-each select="$parts">
			<xsl:call-template name="book-entry">
				<xsl:with-param name="as" select="$as"/>
				<xsl:with-param name="id" select="concat('part-', @xml:id)"/>
				<xsl:with-param name="title" select="concat(f:label('cluster'), ' ', position(), '　', f:pick(k:title))"/>
				<xsl:with-param name="inside" select="key('paper-by-cluster', @xml:id)"/>
			</xsl:call-template>
		</xsl:for-each>
		<xsl:if test="$stray-papers">
			<xsl:call-template name="book-entry"><xsl:with-param name="as" select="$as"/><xsl:with-param name="id" select="'papers'"/><xsl:with-param name="title" select="f:label('papers')"/><xsl:with-param name="inside" select="$stray-papers"/></xsl:call-template>
		</xsl:if>
		<xsl:variable name="ends">
			<xsl:if test="$lists-participants"><chapter id="attendance" title="{f:label('participants')}"/></xsl:if>
			<xsl:if test="$has-person-index"><chapter id="index-persons" title="{f:label('index.persons')}"/></xsl:if>
			<xsl:if test="$has-institution-index"><chapter id="index-institutions" title="{f:label('index.institutions')}"/></xsl:if>
		</xsl:variable>
		<xsl:for-each select="exsl:node-set($ends)/chapter"><xsl:call-template name="book-entry"><xsl:with-param name="as" select="$as"/><xsl:with-param name="id" select="@id"/><xsl:with-param name="title" select="@title"/></xsl:call-template></xsl:for-each>
	</xsl:template>

	<xsl:template name="book-entry">
		<xsl:param name="as"/>
		<xsl:param name="id"/>
		<xsl:param name="title"/>
		<xsl:param name="inside" select="/.."/>
		<xsl:choose>
			<xsl:when test="$as = 'bookmark'">
				<fo:bookmark internal-destination="{$id}">
					<xsl:if test="$inside"><xsl:attribute name="starting-state">hide</xsl:attribute></xsl:if>
					<fo:bookmark-title><xsl:value-of select="$title"/></fo:bookmark-title>
					<xsl:for-each select="$inside"><fo:bookmark internal-destination="{@xml:id}"><fo:bookmark-title><xsl:value-of select="normalize-space(f:paper-title(.))"/></fo:bookmark-title></fo:bookmark></xsl:for-each>
				</fo:bookmark>
			</xsl:when>
			<xsl:otherwise>
				<fo:block role="TOCI" font-family="{$heading-family}" space-before="3.4mm" space-after="0.8mm" end-indent="12mm" last-line-end-indent="-12mm" text-align="start" text-align-last="justify" keep-together.within-page="always" hyphenate="false">
					<xsl:if test="$inside"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
					<fo:basic-link internal-destination="{$id}"><fo:inline font-weight="bold" color="{$primary}"><xsl:value-of select="$title"/></fo:inline><xsl:call-template name="dots"><xsl:with-param name="id" select="$id"/></xsl:call-template></fo:basic-link>
				</fo:block>
				<xsl:for-each select="$inside"><xsl:call-template name="paper-line"/></xsl:for-each>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template name="dots">
		<xsl:param name="id"/>
		<xsl:text> </xsl:text><fo:leader leader-pattern="dots" color="{$rule}"/><xsl:text> </xsl:text><fo:inline color="{$primary}"><fo:page-number-citation ref-id="{$id}"/></fo:inline>
	</xsl:template>

	<!-- A paper: its title in the book's language, else in its own; who wrote it. -->
	<xsl:template name="paper-line">
		<fo:block role="TOCI" start-indent="7mm" font-size="{$table-size}" line-height="1.45" space-before="0.8mm" keep-together.within-page="always" hyphenate="false">
			<fo:block end-indent="12mm" last-line-end-indent="-12mm" text-align="start" text-align-last="justify">
				<fo:basic-link internal-destination="{@xml:id}"><fo:inline xml:lang="{f:tag(string(f:paper-title(.)/ancestor-or-self::*[@xml:lang][1]/@xml:lang))}"><xsl:value-of select="normalize-space(f:paper-title(.))"/></fo:inline><xsl:call-template name="dots"><xsl:with-param name="id" select="@xml:id"/></xsl:call-template></fo:basic-link>
			</fo:block>
			<fo:block end-indent="12mm" color="{$muted}" font-size="{$small-size}" line-height="1.35"><xsl:call-template name="paper-authors"/></fo:block>
		</fo:block>
	</xsl:template>

	<xsl:template name="paper-authors">
		<xsl:variable name="language" select="f:language-at(article)"/>
		<fo:inline xml:lang="{f:tag($language)}"><xsl:for-each select="article/front/article-meta/contrib-group[f:are-authors(.)]/contrib">
			<xsl:if test="position() > 1"><xsl:choose><xsl:when test="$language = 'zh'">，</xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose></xsl:if>
			<xsl:apply-templates select="(name | string-name | name-alternatives/* | collab | collab-alternatives/* | anonymous)[1]" mode="jats"/>
		</xsl:for-each></fo:inline>
	</xsl:template>

	<!-- A paper's title, an element: the translation into the book's first language where there is one. -->
	<func:function name="f:paper-title">
		<xsl:param name="paper"/>
		<xsl:param name="language" select="$first-language"/>
		<xsl:variable name="group" select="$paper/article/front/article-meta/title-group"/>
		<xsl:variable name="translated" select="$group/trans-title-group[@xml:lang = $language]/trans-title[1]"/>
		<func:result select="($translated | $group/article-title[not($translated) or f:language-at($paper/article) = $language])[last() - count($translated[f:language-at($paper/article) = $language])]"/>
	</func:function>
</xsl:stylesheet>
