<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: which ones and in what order, labels, texts with their fallback. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:str="http://exslt.org/strings" xmlns:func="http://exslt.org/functions"
                extension-element-prefixes="func" exclude-result-prefixes="k l f str">

	<!-- The languages of the document in their order, separated by spaces. -->
	<xsl:param name="languages"/>

	<xsl:variable name="language-list" select="str:tokenize(concat($languages, substring('zh ru en', 1 div not(string($languages)))))"/>
	<xsl:variable name="first-language" select="string($language-list[1])"/>
	<xsl:variable name="other-languages" select="$language-list[position() > 1]"/>

	<xsl:key name="label" match="l:label" use="@name"/>

	<!-- The BCP 47 tag that fonts and hyphenation go by. -->
	<func:function name="f:tag">
		<xsl:param name="language"/>
		<func:result select="concat($language, substring('-CN', 1 div ($language = 'zh')))"/>
	</func:function>

	<func:function name="f:label">
		<xsl:param name="name"/>
		<xsl:param name="language" select="$first-language"/>
		<xsl:variable name="file" select="document(concat('../labels/', $language, '.xml'))"/>
		<xsl:variable name="text"><xsl:for-each select="$file"><xsl:value-of select="key('label', $name)"/></xsl:for-each></xsl:variable>
		<xsl:if test="string($text) = ''">
			<xsl:message>error: no label '<xsl:value-of select="$name"/>' in the language '<xsl:value-of select="$language"/>'</xsl:message>
		</xsl:if>
		<func:result select="string($text)"/>
	</func:function>

	<!-- Without its labels a language is not there. -->
	<xsl:template name="check-languages">
		<xsl:for-each select="$language-list[not(document(concat('../labels/', ., '.xml')))]">
			<xsl:message terminate="yes">error: there are no labels in the language '<xsl:value-of select="."/>'; templates/labels has zh, ru, be and en</xsl:message>
		</xsl:for-each>
	</xsl:template>

	<!-- Of texts in several languages the one in this language; without one the first, which is the author's own. -->
	<func:function name="f:pick">
		<xsl:param name="texts"/>
		<xsl:param name="language" select="$first-language"/>
		<xsl:variable name="own" select="$texts[@xml:lang = $language]"/>
		<func:result select="($own | $texts[not($own)])[1]"/>
	</func:function>

	<!-- A text on one line; one that stands in another language than asked for is marked with a small tag. -->
	<xsl:template name="text">
		<xsl:param name="texts"/>
		<xsl:param name="language" select="$first-language"/>
		<xsl:variable name="text" select="f:pick($texts, $language)"/>
		<xsl:choose>
			<xsl:when test="not($text) or $text/@xml:lang = $language or not($text/@xml:lang)"><xsl:value-of select="$text"/></xsl:when>
			<xsl:otherwise>
				<fo:inline xml:lang="{f:tag($text/@xml:lang)}"><xsl:value-of select="$text"/></fo:inline>
				<fo:inline font-size="{f:size('tag')}" color="{$muted}" baseline-shift="super"> <xsl:value-of select="f:label(concat('tag.', $text/@xml:lang), $language)"/></fo:inline>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<!-- A text in all languages, one below the other; those after the first are set quietly. -->
	<xsl:template name="texts">
		<xsl:param name="texts"/>
		<xsl:param name="first-weight" select="'normal'"/>
		<fo:block c:src="{c:src($texts[1])}" xml:lang="{f:tag($first-language)}" font-weight="{$first-weight}">
			<xsl:call-template name="text"><xsl:with-param name="texts" select="$texts"/></xsl:call-template>
		</fo:block>
		<xsl:for-each select="$other-languages">
			<xsl:variable name="language" select="string(.)"/>
			<xsl:if test="$texts[@xml:lang = $language] and $texts[@xml:lang = $first-language]">
				<fo:block c:src="{c:src($texts[@xml:lang = $language])}" xml:lang="{f:tag($language)}" color="{$muted}" font-size="0.92em" hyphenate="true">
					<xsl:value-of select="$texts[@xml:lang = $language]"/>
				</fo:block>
			</xsl:if>
		</xsl:for-each>
	</xsl:template>

	<!-- A label in all languages, one below the other. -->
	<xsl:template name="labels">
		<xsl:param name="name"/>
		<xsl:for-each select="$language-list">
			<fo:block xml:lang="{f:tag(string(.))}">
				<xsl:if test="position() > 1"><xsl:attribute name="font-size">0.85em</xsl:attribute></xsl:if>
				<xsl:value-of select="f:label($name, string(.))"/>
			</fo:block>
		</xsl:for-each>
	</xsl:template>

	<!-- A label in all languages on one line. -->
	<xsl:template name="label-line">
		<xsl:param name="name"/>
		<xsl:for-each select="$language-list">
			<xsl:if test="position() > 1"><fo:inline color="{$accent}"> · </fo:inline></xsl:if>
			<fo:inline xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:label($name, string(.))"/></fo:inline>
		</xsl:for-each>
	</xsl:template>
</xsl:stylesheet>
