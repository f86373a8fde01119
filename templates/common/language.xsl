<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: which ones and in what order; labels; texts in several languages and what stands in for one that is missing.
     "Texts" are always elements that say the same, each with its xml:lang: children of the data, or labels. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:str="http://exslt.org/strings" xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k l f str exsl">

	<!-- The languages in their order, separated by spaces: "zh ru". Empty: those of zh, ru and en in which the conference has a
	     title, or else all in which it has one. -->
	<xsl:param name="languages"/>

	<xsl:variable name="document" select="/"/>
	<xsl:variable name="language-files" select="document('../labels/zh.xml') | document('../labels/ru.xml') | document('../labels/be.xml')
	                                            | document('../labels/en.xml')"/>

	<xsl:variable name="chosen-languages">
		<xsl:variable name="titles" select="/k:conference/k:title"/>
		<xsl:variable name="names">
			<xsl:choose>
				<xsl:when test="normalize-space($languages)"><xsl:value-of select="translate($languages, ',', ' ')"/></xsl:when>
				<xsl:when test="not($titles)">zh ru en</xsl:when>
				<xsl:when test="$titles[contains(' zh ru en ', concat(' ', @xml:lang, ' '))]">
					<xsl:for-each select="str:tokenize('zh ru en')[. = $titles/@xml:lang]"><xsl:value-of select="concat(., ' ')"/></xsl:for-each>
				</xsl:when>
				<xsl:otherwise><xsl:for-each select="$titles"><xsl:value-of select="concat(@xml:lang, ' ')"/></xsl:for-each></xsl:otherwise>
			</xsl:choose>
		</xsl:variable>
		<xsl:for-each select="str:tokenize($names)"><l:language><xsl:value-of select="."/></l:language></xsl:for-each>
	</xsl:variable>
	<!-- Not the tokens themselves: libxslt loses the tree of a global variable that a local one asks for first. -->
	<xsl:variable name="language-list" select="exsl:node-set($chosen-languages)/l:language"/>
	<xsl:variable name="first-language" select="string($language-list[1])"/>
	<xsl:variable name="other-languages" select="$language-list[position() > 1]"/>

	<!-- Once at the root: stops where a language has no labels. -->
	<xsl:template name="check-languages">
		<xsl:for-each select="$language-list[not(. = $language-files/l:labels/@xml:lang)]">
			<xsl:message terminate="yes">no labels in the language '<xsl:value-of select="."/>'; there are: zh, ru, be, en</xsl:message>
		</xsl:for-each>
	</xsl:template>

	<!-- The labels of these languages in one document, so that one look-up finds a label in all of them. -->
	<xsl:variable name="label-copies">
		<xsl:for-each select="$language-list">
			<xsl:for-each select="$language-files/l:labels[@xml:lang = current()]/l:label">
				<l:label name="{@name}" xml:lang="{../@xml:lang}"><xsl:value-of select="."/></l:label>
			</xsl:for-each>
		</xsl:for-each>
	</xsl:variable>
	<xsl:variable name="labels" select="exsl:node-set($label-copies)"/>
	<xsl:key name="label" match="l:label" use="@name"/>

	<!-- The BCP 47 tag that fonts and hyphenation go by. -->
	<func:function name="f:tag">
		<xsl:param name="language"/>
		<xsl:choose>
			<xsl:when test="$language = 'zh'"><func:result select="'zh-CN'"/></xsl:when>
			<xsl:otherwise><func:result select="string($language)"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<!-- The number of a heading, from its place such as 2.3.1: in Chinese 第二章, 三、, （一）, 1., （1） by its depth, else
	     the place itself. -->
	<func:function name="f:heading-number">
		<xsl:param name="place"/>
		<xsl:param name="language" select="$first-language"/>
		<xsl:variable name="parts" select="str:tokenize($place, '.')"/>
		<xsl:variable name="last" select="string($parts[last()])"/>
		<xsl:variable name="words" select="c:spelled-number($last, 'zh')"/>
		<xsl:choose>
			<xsl:when test="$language != 'zh' or not($parts)"><func:result select="string($place)"/></xsl:when>
			<xsl:when test="count($parts) = 1"><func:result select="concat('第', $words, '章')"/></xsl:when>
			<xsl:when test="count($parts) = 2"><func:result select="concat($words, '、')"/></xsl:when>
			<xsl:when test="count($parts) = 3"><func:result select="concat('（', $words, '）')"/></xsl:when>
			<xsl:when test="count($parts) = 4"><func:result select="concat($last, '.')"/></xsl:when>
			<xsl:otherwise><func:result select="concat('（', $last, '）')"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<!-- A label's texts in all languages of the document. -->
	<func:function name="f:labels">
		<xsl:param name="name"/>
		<xsl:for-each select="$labels">
			<xsl:if test="not(key('label', $name))">
				<xsl:message>error: no label '<xsl:value-of select="$name"/>'</xsl:message>
			</xsl:if>
			<func:result select="key('label', $name)"/>
		</xsl:for-each>
	</func:function>

	<!-- A label in one language. -->
	<func:function name="f:label">
		<xsl:param name="name"/>
		<xsl:param name="language" select="$first-language"/>
		<func:result select="string(f:labels($name)[@xml:lang = $language])"/>
	</func:function>

	<!-- Of texts the one in a language, or what stands in for it: a text in the language that its readers are most likely to
	     read, then the first. -->
	<func:function name="f:pick">
		<xsl:param name="texts"/>
		<xsl:param name="language" select="$first-language"/>
		<xsl:variable name="own" select="$texts[@xml:lang = $language]"/>
		<xsl:choose>
			<xsl:when test="not($texts)"><func:result select="/.."/></xsl:when>
			<xsl:when test="$own"><func:result select="$own[1]"/></xsl:when>
			<xsl:otherwise>
				<xsl:variable name="order" select="concat(' ', $language-files/l:labels[@xml:lang = $language]/@instead, ' ')"/>
				<xsl:for-each select="$texts">
					<xsl:sort select="string-length(substring-before(concat($order, @xml:lang, ' '), concat(' ', @xml:lang, ' ')))" data-type="number"/>
					<xsl:if test="position() = 1"><func:result select="."/></xsl:if>
				</xsl:for-each>
			</xsl:otherwise>
		</xsl:choose>
	</func:function>

	<!-- Texts on one line in one language. One that stands in is marked with a small tag. -->
	<xsl:template name="text">
		<xsl:param name="texts"/>
		<xsl:param name="language" select="$first-language"/>
		<xsl:variable name="own" select="$texts[@xml:lang = $language]"/>
		<xsl:choose>
			<xsl:when test="$own"><xsl:value-of select="$own"/></xsl:when>
			<xsl:when test="$texts">
				<xsl:variable name="text" select="f:pick($texts, $language)"/>
				<fo:inline xml:lang="{f:tag($text/@xml:lang)}"><xsl:value-of select="$text"/></fo:inline>
				<xsl:call-template name="tag"><xsl:with-param name="of" select="$text"/><xsl:with-param name="language" select="$language"/></xsl:call-template>
			</xsl:when>
		</xsl:choose>
	</xsl:template>

	<!-- The mark of a text that stands in for one in another language: the name of its language, small. -->
	<xsl:template name="tag">
		<xsl:param name="of"/>
		<xsl:param name="language" select="$first-language"/>
		<fo:inline font-family="{$heading-family}" font-size="{$tag-size}" font-weight="normal" color="{$muted}" baseline-shift="25%">
			<xsl:text>&#160;</xsl:text>
			<xsl:value-of select="f:label(concat('tag.', $of/@xml:lang), $language)"/>
		</fo:inline>
	</xsl:template>

	<!-- Texts in the languages after the first, on one line; nothing for those that are missing. -->
	<xsl:template name="other-texts">
		<xsl:param name="texts"/>
		<xsl:param name="between">&#160;· </xsl:param>
		<xsl:variable name="first" select="f:pick($texts)"/>
		<xsl:for-each select="$texts[@xml:lang = $other-languages][count(. | $first) = 2]">
			<xsl:sort select="string-length(substring-before($chosen-languages, @xml:lang))" data-type="number"/>
			<xsl:if test="position() > 1"><xsl:value-of select="$between"/></xsl:if>
			<fo:inline xml:lang="{f:tag(@xml:lang)}"><xsl:value-of select="."/></fo:inline>
		</xsl:for-each>
	</xsl:template>

	<!-- Are there texts for other-texts to show? -->
	<func:function name="f:has-others">
		<xsl:param name="texts"/>
		<func:result select="count($texts[@xml:lang = $other-languages]) > number(not($texts/@xml:lang = $first-language))"/>
	</func:function>

	<!-- Texts as blocks: in the first language, and below it small and quiet in the others. -->
	<xsl:template name="texts">
		<xsl:param name="texts"/>
		<xsl:param name="weight" select="'normal'"/>
		<xsl:param name="quiet" select="$muted"/>
		<fo:block xml:lang="{f:tag($first-language)}">
			<xsl:if test="$weight != 'normal'"><xsl:attribute name="font-weight"><xsl:value-of select="$weight"/></xsl:attribute></xsl:if>
			<xsl:call-template name="text"><xsl:with-param name="texts" select="$texts"/></xsl:call-template>
		</fo:block>
		<xsl:if test="f:has-others($texts)">
			<fo:block color="{$quiet}" font-size="0.86em" line-height="{$second-line}">
				<xsl:call-template name="other-texts"><xsl:with-param name="texts" select="$texts"/></xsl:call-template>
			</fo:block>
		</xsl:if>
	</xsl:template>

	<!-- A label as blocks. -->
	<xsl:template name="labels">
		<xsl:param name="name"/>
		<xsl:param name="quiet" select="$muted"/>
		<xsl:call-template name="texts"><xsl:with-param name="texts" select="f:labels($name)"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template>
	</xsl:template>

	<!-- A label in all languages on one line. -->
	<xsl:template name="label-line">
		<xsl:param name="name"/>
		<xsl:param name="between">&#160;· </xsl:param>
		<fo:inline xml:lang="{f:tag($first-language)}"><xsl:value-of select="f:label($name)"/></fo:inline>
		<xsl:if test="$other-languages">
			<xsl:value-of select="$between"/>
			<xsl:call-template name="other-texts">
				<xsl:with-param name="texts" select="f:labels($name)"/>
				<xsl:with-param name="between" select="$between"/>
			</xsl:call-template>
		</xsl:if>
	</xsl:template>

	<!-- A comma, a semicolon and brackets as the first language writes them. -->
	<xsl:template name="comma"><xsl:choose><xsl:when test="$first-language = 'zh'">，</xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose></xsl:template>
	<xsl:template name="semicolon"><xsl:choose><xsl:when test="$first-language = 'zh'">；</xsl:when><xsl:otherwise>; </xsl:otherwise></xsl:choose></xsl:template>
	<xsl:template name="bracketed">
		<xsl:param name="text"/>
		<xsl:choose><xsl:when test="$first-language = 'zh'"><xsl:value-of select="concat('（', $text, '）')"/></xsl:when><xsl:otherwise><xsl:value-of select="concat(' (', $text, ')')"/></xsl:otherwise></xsl:choose>
	</xsl:template>

	<!-- A colon as the first language writes it. -->
	<xsl:template name="colon"><xsl:choose><xsl:when test="$first-language = 'zh'">：</xsl:when><xsl:otherwise>: </xsl:otherwise></xsl:choose></xsl:template>
</xsl:stylesheet>
