<?xml version="1.0" encoding="UTF-8"?>
<!-- The look: values of the theme file, and of the default theme for what it leaves out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:h="urn:cbua:theme:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="h f c">

	<!-- The theme's file, an absolute path; empty: themes/alliance.xml. -->
	<xsl:param name="theme-file"/>

	<xsl:variable name="default-theme" select="document('../themes/alliance.xml')/h:theme"/>
	<xsl:variable name="theme" select="document(concat($theme-file, substring('../themes/alliance.xml', 1 div not(string($theme-file)))))/h:theme"/>

	<!-- The element of the theme that holds a value: the theme's own, else the default's. -->
	<func:function name="f:theme">
		<xsl:param name="kind"/>
		<xsl:param name="name"/>
		<xsl:variable name="own" select="$theme/*/*[local-name() = $kind and @name = $name]"/>
		<func:result select="($own | $default-theme/*/*[local-name() = $kind and @name = $name][not($own)])[1]"/>
	</func:function>

	<!-- What the default theme says instead of a value that makes no sense. -->
	<func:function name="f:default">
		<xsl:param name="kind"/>
		<xsl:param name="name"/>
		<func:result select="string($default-theme/*/*[local-name() = $kind and @name = $name])"/>
	</func:function>

	<func:function name="f:color">
		<xsl:param name="name"/>
		<xsl:variable name="value" select="f:theme('color', $name)"/>
		<xsl:variable name="sane" select="string($value) and translate($value, '#0123456789abcdefABCDEFghijklmnopqrstuvwxyz', '') = ''"/>
		<xsl:if test="not($sane)">
			<xsl:for-each select="$value">
				<xsl:message>error: <xsl:value-of select="$name"/>: expected a colour, got '<xsl:value-of select="."/>'</xsl:message>
			</xsl:for-each>
		</xsl:if>
		<xsl:choose>
			<xsl:when test="$sane"><func:result select="string($value)"/></xsl:when>
			<xsl:otherwise><func:result select="f:default('color', $name)"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<func:function name="f:family">
		<xsl:param name="name"/>
		<func:result select="string(f:theme('family', $name))"/>
	</func:function>

	<!-- A size of type or a length of the page. -->
	<func:function name="f:size">
		<xsl:param name="name"/>
		<xsl:variable name="value" select="f:theme('size', $name) | f:theme('length', $name)"/>
		<xsl:variable name="number" select="translate($value, 'ptmcinx', '')"/>
		<xsl:variable name="sane" select="number($number) >= 0 and not($number = string($value))"/>
		<xsl:if test="not($sane)">
			<xsl:for-each select="$value">
				<xsl:message>error: <xsl:value-of select="$name"/>: expected a length, got '<xsl:value-of select="."/>'</xsl:message>
			</xsl:for-each>
		</xsl:if>
		<xsl:choose>
			<xsl:when test="$sane"><func:result select="string($value)"/></xsl:when>
			<xsl:otherwise><func:result select="concat(f:default('size', $name), f:default('length', $name))"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<func:function name="f:image">
		<xsl:param name="name"/>
		<func:result select="f:theme('image', $name)"/>
	</func:function>

	<xsl:variable name="primary" select="f:color('primary')"/>
	<xsl:variable name="accent" select="f:color('accent')"/>
	<xsl:variable name="second" select="f:color('second')"/>
	<xsl:variable name="ink" select="f:color('ink')"/>
	<xsl:variable name="muted" select="f:color('muted')"/>
	<xsl:variable name="rule" select="f:color('rule')"/>
	<xsl:variable name="tint" select="f:color('tint')"/>
	<xsl:variable name="on-primary" select="f:color('on-primary')"/>
	<xsl:variable name="heading-family" select="f:family('heading')"/>
	<xsl:variable name="text-family" select="f:family('text')"/>
	<xsl:variable name="text-size" select="f:size('text')"/>
	<xsl:variable name="table-size" select="f:size('table')"/>
	<xsl:variable name="small-size" select="f:size('small')"/>
	<xsl:variable name="tag-size" select="f:size('tag')"/>
	<xsl:variable name="second-line" select="1.3"/> <!-- line-height of what stands small below another language -->

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
	<xsl:attribute-set name="head-cell">
		<xsl:attribute name="padding">1.4mm 1.6mm</xsl:attribute>
		<xsl:attribute name="background-color"><xsl:value-of select="$primary"/></xsl:attribute>
		<xsl:attribute name="color"><xsl:value-of select="$on-primary"/></xsl:attribute>
		<xsl:attribute name="font-family"><xsl:value-of select="$heading-family"/></xsl:attribute>
		<xsl:attribute name="display-align">after</xsl:attribute>
		<xsl:attribute name="role">TH</xsl:attribute>
	</xsl:attribute-set>
	<xsl:attribute-set name="total-cell" use-attribute-sets="cell">
		<xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute>
		<xsl:attribute name="font-weight">bold</xsl:attribute>
	</xsl:attribute-set>
</xsl:stylesheet>
