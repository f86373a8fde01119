<?xml version="1.0" encoding="UTF-8"?>
<!-- Persons, institutions, countries, dates: how they are named. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:func="http://exslt.org/functions" xmlns:str="http://exslt.org/strings"
                extension-element-prefixes="func" exclude-result-prefixes="k l f str">

	<xsl:key name="by-id" match="k:institution | k:person | k:cluster | k:session | k:room | k:outcome" use="@xml:id"/>

	<func:function name="f:country">
		<xsl:param name="code"/>
		<xsl:param name="language" select="$first-language"/>
		<xsl:choose>
			<xsl:when test="$code = 'CN' or $code = 'BY'"><func:result select="f:label(concat('country.', $code), $language)"/></xsl:when>
			<xsl:otherwise><func:result select="c:country(string($code), string($language))"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<!-- A day, a month or a year, in a language. -->
	<func:function name="f:date">
		<xsl:param name="date"/>
		<xsl:param name="language" select="$first-language"/>
		<func:result select="c:date(string($date), string($language))"/>
	</func:function>

	<!-- From when to when: 09:00–10:30. -->
	<func:function name="f:hours">
		<xsl:param name="session"/>
		<func:result select="concat($session/@start, substring('–', 1, number(boolean($session/@start and $session/@end))), $session/@end)"/>
	</func:function>

	<!-- An attendee's name as lists sort it. -->
	<func:function name="f:sort-name">
		<xsl:param name="attendee"/>
		<xsl:for-each select="$attendee">
			<xsl:variable name="name" select="f:pick(key('by-id', @person)/k:name)"/>
			<func:result select="concat($name/@sort, substring($name, 1 div not($name/@sort)))"/>
		</xsl:for-each>
	</func:function>

	<!-- What a person is: the whole designation where there is one, else post and institution. -->
	<xsl:template name="person-post">
		<xsl:param name="person"/>
		<xsl:param name="language" select="$first-language"/>
		<!-- id() looks in the document of the context, which may be a list of languages. -->
		<xsl:for-each select="$person">
			<xsl:choose>
				<xsl:when test="k:designation"><xsl:value-of select="f:pick(k:designation, $language)"/></xsl:when>
				<xsl:when test="$language = 'zh'">
					<xsl:value-of select="f:pick(id(@institution)/k:name, $language)"/>
					<xsl:value-of select="f:pick(k:post, $language)"/>
				</xsl:when>
				<xsl:otherwise>
					<xsl:value-of select="f:pick(k:post, $language)"/>
					<xsl:if test="k:post and @institution">, </xsl:if>
					<xsl:value-of select="f:pick(id(@institution)/k:name, $language)"/>
				</xsl:otherwise>
			</xsl:choose>
		</xsl:for-each>
	</xsl:template>

	<!-- A person's name in all languages on one line: 陈杰 · Чэнь Цзе · Chen Jie. -->
	<xsl:template name="person-names">
		<xsl:param name="person"/>
		<fo:inline xml:lang="{f:tag(string(f:pick($person/k:name)/@xml:lang))}"><xsl:value-of select="f:pick($person/k:name)"/></fo:inline>
		<xsl:for-each select="$other-languages">
			<xsl:variable name="language" select="string(.)"/>
			<xsl:variable name="name" select="$person/k:name[@xml:lang = $language]"/>
			<xsl:if test="$name and not($name = f:pick($person/k:name))">
				<fo:inline color="{$accent}">&#160;· </fo:inline><fo:inline xml:lang="{f:tag($language)}" font-weight="normal"><xsl:value-of select="$name"/></fo:inline>
			</xsl:if>
		</xsl:for-each>
	</xsl:template>

	<!-- Stops where a parameter names a role that there is none of. -->
	<xsl:template name="check-roles">
		<xsl:param name="parameter"/>
		<xsl:param name="roles"/>
		<xsl:variable name="known" select="$language-files[1]//l:label[starts-with(@name, 'role.')]"/>
		<xsl:for-each select="str:tokenize($roles)[not(concat('role.', .) = $known/@name)]">
			<xsl:message terminate="yes"><xsl:value-of select="$parameter"/>: expected roles such as 'guest speaker', got '<xsl:value-of select="."/>'</xsl:message>
		</xsl:for-each>
	</xsl:template>
</xsl:stylesheet>
