<?xml version="1.0" encoding="UTF-8"?>
<!-- The look: values of the theme file, and of the default theme for what it leaves out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:h="urn:cbua:theme:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="h f c exsl">

	<!-- The theme's file, an absolute path; empty: themes/alliance.xml. -->
	<xsl:param name="theme-file"/>

	<xsl:variable name="default-theme" select="document('../themes/alliance.xml')/h:theme"/>
	<xsl:variable name="theme" select="document(concat($theme-file, substring('../themes/alliance.xml', 1 div not(string($theme-file)))))/h:theme"/>

	<!-- Sizes of type by their Chinese names, in points. -->
	<h:names>
		<h:name of="初号">42pt</h:name><h:name of="小初">36pt</h:name><h:name of="一号">26pt</h:name><h:name of="小一">24pt</h:name>
		<h:name of="二号">22pt</h:name><h:name of="小二">18pt</h:name><h:name of="三号">16pt</h:name><h:name of="小三">15pt</h:name>
		<h:name of="四号">14pt</h:name><h:name of="小四">12pt</h:name><h:name of="五号">10.5pt</h:name><h:name of="小五">9pt</h:name>
		<h:name of="六号">7.5pt</h:name><h:name of="小六">6.5pt</h:name><h:name of="七号">5.5pt</h:name><h:name of="八号">5pt</h:name>
	</h:names>
	<xsl:variable name="size-names" select="document('')/xsl:stylesheet/h:names/h:name"/>

	<!-- The language that sizes go by: the first of the document, or an article's own. -->
	<xsl:variable name="type-language">
		<xsl:variable name="own" select="concat(translate(/article/@xml:lang, '-_', '  '), ' ', $first-language)"/>
		<xsl:variable name="language" select="substring-before(concat(normalize-space($own), ' '), ' ')"/>
		<xsl:choose>
			<xsl:when test="contains(' zh ru be en ', concat(' ', $language, ' '))"><xsl:value-of select="$language"/></xsl:when>
			<xsl:otherwise>en</xsl:otherwise>
		</xsl:choose>
	</xsl:variable>

	<!-- Every value once: the theme's own where it makes sense, else the default theme's; and those that it says for some languages alone. -->
	<xsl:variable name="theme-values">
		<xsl:for-each select="$default-theme/*/*">
			<xsl:variable name="own" select="$theme/*[local-name() = local-name(current()/..)]/*[local-name() = local-name(current()) and @name = current()/@name]"/>
			<xsl:variable name="general" select="$own[not(@languages)][1]"/>
			<h:value key="{local-name()} {@name} ">
				<xsl:variable name="value"><xsl:apply-templates select="$general" mode="theme-value"/></xsl:variable>
				<xsl:value-of select="$value"/>
				<xsl:if test="not(string($value)) and not($general/self::h:image)"><xsl:apply-templates select="." mode="theme-value"/></xsl:if>
			</h:value>
			<xsl:for-each select="$own[@languages]">
				<xsl:variable name="value"><xsl:apply-templates select="." mode="theme-value"/></xsl:variable>
				<xsl:variable name="special" select="."/>
				<xsl:for-each select="document('')/xsl:stylesheet/h:languages/h:language[string($value) and contains(concat(' ', $special/@languages, ' '), concat(' ', @of, ' '))]">
					<h:value key="{local-name($special)} {$special/@name} {@of}"><xsl:value-of select="$value"/></h:value>
				</xsl:for-each>
			</xsl:for-each>
		</xsl:for-each>
		<!-- What only this theme has; a name that nothing asks for is most likely misspelt. -->
		<xsl:for-each select="$theme/*/*[@name]">
			<xsl:if test="not($default-theme/*/*[local-name() = local-name(current()) and @name = current()/@name])">
				<xsl:message>the theme's <xsl:value-of select="local-name()"/> '<xsl:value-of select="@name"/>' is not used by any template</xsl:message>
			</xsl:if>
			<xsl:if test="@languages and translate(normalize-space(@languages), 'zhruben ', '')">
				<xsl:message>error: <xsl:value-of select="@name"/>: expected languages such as 'ru be', got '<xsl:value-of select="@languages"/>'</xsl:message>
			</xsl:if>
		</xsl:for-each>
	</xsl:variable>
	<h:languages><h:language of="zh"/><h:language of="ru"/><h:language of="be"/><h:language of="en"/></h:languages>
	<xsl:key name="theme-value" match="h:value" use="@key"/>

	<!-- The value, or nothing after saying what is wrong with it. -->
	<xsl:template match="h:color" mode="theme-value">
		<xsl:choose>
			<xsl:when test="c:is-color(string(.))"><xsl:value-of select="."/></xsl:when>
			<xsl:otherwise><xsl:call-template name="bad-theme-value"><xsl:with-param name="expected">a colour such as #931A1F</xsl:with-param></xsl:call-template></xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<xsl:template match="h:choice" mode="theme-value">
		<xsl:variable name="of" select="$default-theme/h:choices/h:choice[@name = current()/@name]/@of"/>
		<xsl:choose>
			<xsl:when test="string(.) and not(contains(., ' ')) and contains(concat(' ', $of, ' '), concat(' ', ., ' '))"><xsl:value-of select="."/></xsl:when>
			<xsl:otherwise><xsl:call-template name="bad-theme-value"><xsl:with-param name="expected">one of: <xsl:value-of select="$of"/></xsl:with-param></xsl:call-template></xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<!-- A colour or family that is another one unless it is said. -->
	<xsl:template match="h:color[@same-as] | h:family[@same-as]" mode="theme-value" priority="1">
		<xsl:variable name="other" select="$default-theme/*/*[local-name() = local-name(current()) and @name = current()/@same-as and not(@same-as)]"/>
		<xsl:variable name="own" select="$theme/*/*[local-name() = local-name(current()) and @name = current()/@same-as and not(@same-as)]"/>
		<xsl:if test="not($other)"><xsl:call-template name="bad-theme-value"><xsl:with-param name="expected">the name of another <xsl:value-of select="local-name()"/> in same-as</xsl:with-param></xsl:call-template></xsl:if>
		<xsl:variable name="value"><xsl:apply-templates select="$own[1]" mode="theme-value"/></xsl:variable>
		<xsl:value-of select="$value"/>
		<xsl:if test="not(string($value))"><xsl:apply-templates select="$other" mode="theme-value"/></xsl:if>
	</xsl:template>
	<xsl:template match="h:size | h:length" mode="theme-value">
		<xsl:variable name="number" select="translate(., 'ptmcinx', '')"/>
		<xsl:variable name="least" select="-3 * number(@name = 'character-spacing')"/>
		<xsl:variable name="unit" select="substring-after(., $number)"/>
		<xsl:choose>
			<xsl:when test="$size-names[@of = current()]"><xsl:value-of select="$size-names[@of = current()]"/></xsl:when>
			<xsl:when test="number($number) >= $least and ($unit = 'pt' or $unit = 'mm' or $unit = 'cm' or $unit = 'in' or $unit = 'px')"><xsl:value-of select="."/></xsl:when>
			<xsl:otherwise><xsl:call-template name="bad-theme-value"><xsl:with-param name="expected">a length such as 10.5pt or 12mm</xsl:with-param></xsl:call-template></xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<xsl:template match="h:family" mode="theme-value">
		<xsl:choose>
			<xsl:when test="string(.)"><xsl:value-of select="."/></xsl:when>
			<xsl:otherwise><xsl:call-template name="bad-theme-value"><xsl:with-param name="expected">names of font families</xsl:with-param></xsl:call-template></xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<xsl:template match="*" mode="theme-value"><xsl:value-of select="."/></xsl:template>

	<xsl:template name="bad-theme-value">
		<xsl:param name="expected"/>
		<xsl:message>error: <xsl:value-of select="@name"/>: expected <xsl:value-of select="$expected"/>, got '<xsl:value-of select="@same-as | self::*[not(@same-as)]"/>'</xsl:message>
	</xsl:template>

	<xsl:variable name="has-special-values" select="boolean($theme/*/*/@languages)"/>
	<func:function name="f:theme-value">
		<xsl:param name="name"/>
		<xsl:param name="language" select="$type-language"/>
		<xsl:for-each select="exsl:node-set($theme-values)">
			<xsl:variable name="special" select="key('theme-value', concat($name, ' ', $language))[$has-special-values]"/>
			<func:result select="string($special | key('theme-value', concat($name, ' '))[not($special)])"/>
		</xsl:for-each>
	</func:function>
	<func:function name="f:color"><xsl:param name="name"/><func:result select="f:theme-value(concat('color ', $name))"/></func:function>
	<func:function name="f:family"><xsl:param name="name"/><func:result select="f:theme-value(concat('family ', $name))"/></func:function>
	<func:function name="f:choice"><xsl:param name="name"/><func:result select="f:theme-value(concat('choice ', $name))"/></func:function>
	<!-- A size of type or a length of the page; as the theme has it for a language. -->
	<func:function name="f:size">
		<xsl:param name="name"/>
		<xsl:param name="language" select="$type-language"/>
		<func:result select="concat(f:theme-value(concat('size ', $name), $language), f:theme-value(concat('length ', $name), $language))"/>
	</func:function>

	<!-- A length of the theme as a number of points. -->
	<func:function name="f:points">
		<xsl:param name="length"/>
		<xsl:variable name="number" select="translate($length, 'ptmcinx', '')"/>
		<xsl:variable name="unit" select="substring-after($length, $number)"/>
		<func:result select="$number * (number($unit = 'pt') + number($unit = 'px') * 0.75 + number($unit = 'mm') * 72 div 25.4 + number($unit = 'cm') * 72 div 2.54 + number($unit = 'in') * 72)"/>
	</func:function>

	<!-- The size of a title, in points: as it is wished, or a little less where a Chinese title then stands on one line. There no break could
	     be told from one within a word. -->
	<func:function name="f:title-size">
		<xsl:param name="title"/>
		<xsl:param name="wish"/>
		<xsl:param name="width"/>
		<xsl:variable name="letters" select="string-length($title) - string-length(translate($title, '0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-', ''))"/>
		<xsl:variable name="fits" select="floor($width div (string-length($title) - 0.4 * $letters + 0.5))"/>
		<func:result select="concat($wish - ($wish - $fits) * number($title/@xml:lang = 'zh' and $fits &lt; $wish and $fits >= 0.7 * $wish), 'pt')"/>
	</func:function>

	<!-- A picture's element, so that its file is found beside the theme that names it. -->
	<func:function name="f:image">
		<xsl:param name="name"/>
		<xsl:variable name="own" select="$theme/h:images/h:image[@name = $name]"/>
		<func:result select="($own | $default-theme/h:images/h:image[@name = $name][not($own)])[1]"/>
	</func:function>

	<xsl:variable name="primary" select="f:color('primary')"/>
	<xsl:variable name="accent" select="f:color('accent')"/>
	<xsl:variable name="second" select="f:color('second')"/>
	<xsl:variable name="ink" select="f:color('ink')"/>
	<xsl:variable name="muted" select="f:color('muted')"/>
	<xsl:variable name="rule" select="f:color('rule')"/>
	<xsl:variable name="tint" select="f:color('tint')"/>
	<xsl:variable name="on-primary" select="f:color('on-primary')"/>
	<xsl:variable name="head-color" select="f:color('head')"/>
	<xsl:variable name="header" select="f:color('header')"/>
	<xsl:variable name="on-header" select="f:color('on-header')"/>
	<xsl:variable name="heading-family" select="f:family('heading')"/>
	<xsl:variable name="title-family" select="f:family('title')"/>
	<xsl:variable name="subheading-family" select="f:family('subheading')"/>
	<xsl:variable name="text-family" select="f:family('text')"/>
	<xsl:variable name="text-size" select="f:size('text')"/>
	<xsl:variable name="table-size" select="f:size('table')"/>
	<xsl:variable name="small-size" select="f:size('small')"/>
	<xsl:variable name="tag-size" select="f:size('tag')"/>
	<xsl:variable name="official" select="f:choice('opening') = 'letterhead'"/>
	<xsl:variable name="second-line" select="1.3"/> <!-- line-height of what stands small below another language -->

	<!-- As an attribute of a block of text in a language. -->
	<xsl:template name="character-spacing">
		<xsl:param name="language"/>
		<xsl:if test="$language = 'zh' and not(starts-with(f:size('character-spacing'), '0'))"><xsl:attribute name="letter-spacing"><xsl:value-of select="f:size('character-spacing')"/></xsl:attribute></xsl:if>
	</xsl:template>

	<xsl:attribute-set name="table">
		<xsl:attribute name="table-layout">fixed</xsl:attribute>
		<xsl:attribute name="width">100%</xsl:attribute>
		<xsl:attribute name="border-collapse">collapse</xsl:attribute>
		<xsl:attribute name="font-size"><xsl:value-of select="$table-size"/></xsl:attribute>
		<xsl:attribute name="line-height">1.4</xsl:attribute>
		<xsl:attribute name="text-align">start</xsl:attribute>
		<xsl:attribute name="border-before-style">solid</xsl:attribute>
		<xsl:attribute name="border-before-width">1pt</xsl:attribute>
		<xsl:attribute name="border-before-color"><xsl:value-of select="$primary"/></xsl:attribute>
		<xsl:attribute name="border-after-style">solid</xsl:attribute>
		<xsl:attribute name="border-after-width">1pt</xsl:attribute>
		<xsl:attribute name="border-after-color"><xsl:value-of select="$primary"/></xsl:attribute>
	</xsl:attribute-set>
	<xsl:attribute-set name="cell">
		<xsl:attribute name="padding">1.4mm 1.6mm</xsl:attribute>
		<xsl:attribute name="border-before-style">solid</xsl:attribute>
		<xsl:attribute name="border-before-width">0.4pt</xsl:attribute>
		<xsl:attribute name="border-before-color"><xsl:value-of select="$rule"/></xsl:attribute>
	</xsl:attribute-set>
	<!-- One of several names below each other: its further lines are indented, so that the next one is seen to begin. -->
	<xsl:attribute-set name="hanging">
		<xsl:attribute name="start-indent">2.4mm</xsl:attribute>
		<xsl:attribute name="text-indent">-2.4mm</xsl:attribute>
	</xsl:attribute-set>
	<xsl:attribute-set name="head-cell">
		<xsl:attribute name="padding">1.4mm 1.6mm</xsl:attribute>
		<xsl:attribute name="background-color"><xsl:value-of select="$header"/></xsl:attribute>
		<xsl:attribute name="color"><xsl:value-of select="$on-header"/></xsl:attribute>
		<xsl:attribute name="font-family"><xsl:value-of select="$heading-family"/></xsl:attribute>
		<xsl:attribute name="display-align">after</xsl:attribute>
		<xsl:attribute name="role">TH</xsl:attribute>
	</xsl:attribute-set>
	<xsl:attribute-set name="total-cell" use-attribute-sets="cell">
		<xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute>
		<xsl:attribute name="font-weight">bold</xsl:attribute>
	</xsl:attribute-set>
</xsl:stylesheet>
