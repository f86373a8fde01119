<?xml version="1.0" encoding="UTF-8"?>
<!-- Charts as SVG: bars, stacked bars, lines over days. Told apart by filling, stroke and mark, not by colour alone, so that they can be read
     in black and white. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1" xmlns:svg="http://www.w3.org/2000/svg"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="f exsl">

	<!-- A bar of one or two parts, the first filled, the second hatched; max is as long as width, in mm. -->
	<xsl:template name="bar">
		<xsl:param name="first" select="0"/>
		<xsl:param name="second" select="0"/>
		<xsl:param name="max"/>
		<xsl:param name="width" select="60"/>
		<xsl:variable name="scale" select="$width * 10 div ($max + number($max = 0))"/>
		<fo:block line-height="4mm" text-align="start" text-indent="0pt">
			<fo:instream-foreign-object fox:alt-text="{$first} + {$second}" alignment-baseline="middle">
				<svg:svg width="{$width}mm" height="3.2mm" viewBox="0 0 {$width * 10} 32">
					<xsl:call-template name="hatch"/>
					<svg:rect x="0" y="3" width="{format-number($first * $scale, '0.##')}" height="26" fill="{$primary}"/>
					<xsl:if test="$second > 0"><svg:rect x="{format-number($first * $scale, '0.##')}" y="4" width="{format-number($second * $scale, '0.##')}" height="24" fill="url(#hatch)" stroke="{$second-fill}" stroke-width="2"/></xsl:if>
				</svg:svg>
			</fo:instream-foreign-object>
		</fo:block>
	</xsl:template>
	<xsl:variable name="second-fill" select="$second"/>

	<!-- One tile as large as any bar, and stripes as the dashes of one thick line: few things to draw. -->
	<xsl:template name="hatch">
		<svg:defs><svg:pattern id="hatch" x="-2000" y="-2000" width="4000" height="4000" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><svg:rect width="4000" height="4000" fill="#ffffff"/><svg:path d="M0 2000H4000" fill="none" stroke="{$second-fill}" stroke-width="4000" stroke-dasharray="3.2 4.8"/></svg:pattern></svg:defs>
	</xsl:template>

	<!-- What filled and hatched mean. -->
	<xsl:template name="bar-legend">
		<xsl:param name="first" select="'in-person'"/>
		<xsl:param name="second" select="'online'"/>
		<fo:block font-size="{$small-size}" line-height="1.5" color="{$muted}" space-after="1.5mm" keep-with-next.within-page="always">
			<fo:instream-foreign-object alignment-baseline="middle" fox:alt-text=""><svg:svg width="7mm" height="2.6mm" viewBox="0 0 70 26"><svg:rect width="70" height="26" fill="{$primary}"/></svg:svg></fo:instream-foreign-object>
			<xsl:text> </xsl:text><xsl:call-template name="label-line"><xsl:with-param name="name" select="$first"/></xsl:call-template><xsl:text>　　</xsl:text>
			<fo:instream-foreign-object alignment-baseline="middle" fox:alt-text=""><svg:svg width="7mm" height="2.6mm" viewBox="0 0 70 26">
				<xsl:call-template name="hatch"/>
				<svg:rect x="1" y="1" width="68" height="24" fill="url(#hatch)" stroke="{$second-fill}" stroke-width="2"/></svg:svg></fo:instream-foreign-object>
			<xsl:text> </xsl:text><xsl:call-template name="label-line"><xsl:with-param name="name" select="$second"/></xsl:call-template>
		</fo:block>
	</xsl:template>

	<!-- The smallest of 1, 2, 5, 10, 20, 50, ... that makes at most five steps up to max. -->
	<func:function name="f:step">
		<xsl:param name="max"/>
		<xsl:param name="step" select="1"/>
		<xsl:choose>
			<xsl:when test="$max &lt;= $step * 5"><func:result select="$step"/></xsl:when>
			<xsl:when test="$max &lt;= $step * 10"><func:result select="$step * 2"/></xsl:when>
			<xsl:when test="$max &lt;= $step * 25"><func:result select="$step * 5"/></xsl:when>
			<xsl:otherwise><func:result select="f:step($max, $step * 10)"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<!-- Lines over points: point elements with a label and the attributes first, second and sum. -->
	<xsl:template name="line-chart">
		<xsl:param name="points"/>
		<xsl:param name="alt"/>
		<xsl:variable name="max"><xsl:for-each select="$points"><xsl:sort select="@sum" data-type="number" order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="@sum"/></xsl:if></xsl:for-each></xsl:variable>
		<xsl:variable name="step" select="f:step(number($max))"/>
		<xsl:variable name="top" select="ceiling($max div $step) * $step"/>
		<xsl:variable name="across" select="320 div (count($points) - 1 + number(count($points) = 1))"/>
		<xsl:variable name="up" select="110 div ($top + number($top = 0))"/>
		<fo:block text-align="start" line-height="1" space-before="2mm" space-after="1mm" keep-together.within-page="always" keep-with-next.within-page="always">
			<fo:instream-foreign-object fox:alt-text="{$alt}">
				<svg:svg width="440pt" height="150pt" viewBox="0 0 440 150" font-family="{$heading-family}" font-size="8">
					<xsl:call-template name="grid-lines"><xsl:with-param name="value" select="0"/><xsl:with-param name="step" select="$step"/><xsl:with-param name="top" select="$top"/><xsl:with-param name="up" select="$up"/></xsl:call-template>
					<xsl:for-each select="$points">
						<svg:text x="{format-number(66 + (position() - 1) * $across, '0.##')}" y="143" text-anchor="middle" fill="{$muted}"><xsl:value-of select="@label"/></svg:text>
					</xsl:for-each>
					<xsl:call-template name="chart-line"><xsl:with-param name="points" select="$points/@sum"/><xsl:with-param name="across" select="$across"/><xsl:with-param name="up" select="$up"/><xsl:with-param name="color" select="$ink"/></xsl:call-template>
					<xsl:call-template name="chart-line"><xsl:with-param name="points" select="$points/@first"/><xsl:with-param name="across" select="$across"/><xsl:with-param name="up" select="$up"/><xsl:with-param name="color" select="$primary"/><xsl:with-param name="dashes" select="'7 3'"/><xsl:with-param name="mark" select="'square'"/></xsl:call-template>
					<xsl:call-template name="chart-line"><xsl:with-param name="points" select="$points/@second"/><xsl:with-param name="across" select="$across"/><xsl:with-param name="up" select="$up"/><xsl:with-param name="color" select="$second-fill"/><xsl:with-param name="dashes" select="'2 2.5'"/><xsl:with-param name="mark" select="'triangle'"/></xsl:call-template>
				</svg:svg>
			</fo:instream-foreign-object>
		</fo:block>
		<fo:block font-size="{$small-size}" line-height="1.5" color="{$muted}" space-after="4mm">
			<xsl:call-template name="line-key"><xsl:with-param name="label" select="'total'"/><xsl:with-param name="color" select="$ink"/></xsl:call-template>
			<xsl:call-template name="line-key"><xsl:with-param name="label" select="'in-person'"/><xsl:with-param name="color" select="$primary"/><xsl:with-param name="dashes" select="'7 3'"/><xsl:with-param name="mark" select="'square'"/></xsl:call-template>
			<xsl:call-template name="line-key"><xsl:with-param name="label" select="'online'"/><xsl:with-param name="color" select="$second-fill"/><xsl:with-param name="dashes" select="'2 2.5'"/><xsl:with-param name="mark" select="'triangle'"/></xsl:call-template>
		</fo:block>
	</xsl:template>

	<xsl:template name="grid-lines">
		<xsl:param name="value"/>
		<xsl:param name="step"/>
		<xsl:param name="top"/>
		<xsl:param name="up"/>
		<xsl:variable name="y" select="format-number(128 - $value * $up, '0.##')"/>
		<svg:path d="M34 {$y}H436" stroke="{$rule}" stroke-width="0.5" fill="none"/>
		<svg:text x="30" y="{format-number($y + 2.8, '0.##')}" text-anchor="end" fill="{$muted}"><xsl:value-of select="c:number(string($value), $first-language)"/></svg:text>
		<xsl:if test="$value &lt; $top">
			<xsl:call-template name="grid-lines"><xsl:with-param name="value" select="$value + $step"/><xsl:with-param name="step" select="$step"/><xsl:with-param name="top" select="$top"/><xsl:with-param name="up" select="$up"/></xsl:call-template>
		</xsl:if>
	</xsl:template>

	<xsl:template name="chart-line">
		<xsl:param name="points"/>
		<xsl:param name="across"/>
		<xsl:param name="up"/>
		<xsl:param name="color"/>
		<xsl:param name="dashes" select="'none'"/>
		<xsl:param name="mark" select="'circle'"/>
		<svg:polyline fill="none" stroke="{$color}" stroke-width="1.3" stroke-dasharray="{$dashes}">
			<xsl:attribute name="points"><xsl:for-each select="$points"><xsl:value-of select="concat(format-number(66 + (position() - 1) * $across, '0.##'), ',', format-number(128 - . * $up, '0.##'), ' ')"/></xsl:for-each></xsl:attribute>
		</svg:polyline>
		<xsl:for-each select="$points">
			<xsl:call-template name="chart-mark"><xsl:with-param name="x" select="66 + (position() - 1) * $across"/><xsl:with-param name="y" select="128 - . * $up"/><xsl:with-param name="color" select="$color"/><xsl:with-param name="mark" select="$mark"/></xsl:call-template>
			<svg:text x="{format-number(66 + (position() - 1) * $across, '0.##')}" y="{format-number(128 - . * $up - 5, '0.##')}" text-anchor="middle" fill="{$color}"><xsl:value-of select="c:number(string(.), $first-language)"/></svg:text>
		</xsl:for-each>
	</xsl:template>

	<xsl:template name="chart-mark">
		<xsl:param name="x"/>
		<xsl:param name="y"/>
		<xsl:param name="color"/>
		<xsl:param name="mark"/>
		<xsl:choose>
			<xsl:when test="$mark = 'square'"><svg:rect x="{format-number($x - 2.4, '0.##')}" y="{format-number($y - 2.4, '0.##')}" width="4.8" height="4.8" fill="#ffffff" stroke="{$color}" stroke-width="1.2"/></xsl:when>
			<xsl:when test="$mark = 'triangle'"><svg:path d="M{format-number($x, '0.##')} {format-number($y - 3, '0.##')}l3 5.4h-6z" fill="{$color}"/></xsl:when>
			<xsl:otherwise><svg:circle cx="{format-number($x, '0.##')}" cy="{format-number($y, '0.##')}" r="2.4" fill="{$color}"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template name="line-key">
		<xsl:param name="label"/>
		<xsl:param name="color"/>
		<xsl:param name="dashes" select="'none'"/>
		<xsl:param name="mark" select="'circle'"/>
		<fo:instream-foreign-object alignment-baseline="middle" fox:alt-text=""><svg:svg width="26pt" height="8pt" viewBox="0 0 26 8">
			<svg:path d="M0 4H26" stroke="{$color}" stroke-width="1.3" stroke-dasharray="{$dashes}" fill="none"/>
			<xsl:call-template name="chart-mark"><xsl:with-param name="x" select="13"/><xsl:with-param name="y" select="4"/><xsl:with-param name="color" select="$color"/><xsl:with-param name="mark" select="$mark"/></xsl:call-template>
		</svg:svg></fo:instream-foreign-object>
		<xsl:text> </xsl:text><xsl:call-template name="label-line"><xsl:with-param name="name" select="$label"/></xsl:call-template><xsl:text>　　</xsl:text>
	</xsl:template>

	<!-- A part of a whole in per cent, with one decimal. -->
	<func:function name="f:share">
		<xsl:param name="part"/>
		<xsl:param name="whole"/>
		<xsl:variable name="number" select="c:number(format-number($part * 100 div ($whole + number($whole = 0)), '0.0'), $first-language)"/>
		<xsl:choose>
			<xsl:when test="$first-language = 'zh' or $first-language = 'en'"><func:result select="concat($number, '%')"/></xsl:when>
			<xsl:otherwise><func:result select="concat($number, '&#160;%')"/></xsl:otherwise>
		</xsl:choose>
	</func:function>
</xsl:stylesheet>
