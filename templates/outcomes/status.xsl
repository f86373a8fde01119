<?xml version="1.0" encoding="UTF-8"?>
<!-- The states of outcomes, from proposed to completed, and how bars show them: the further, the darker; told apart without
     colour, too. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:svg="http://www.w3.org/2000/svg" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f exsl">

	<f:states><f:state name="proposed"/><f:state name="planned"/><f:state name="signed"/><f:state name="under-way"/><f:state name="completed"/><f:state name="suspended"/><f:state name="cancelled"/></f:states>
	<xsl:variable name="states" select="document('')/xsl:stylesheet/f:states/f:state"/>
	<xsl:key name="outcome-by-status" match="k:outcome" use="@status"/>

	<xsl:template name="status-patterns">
		<svg:defs>
			<!-- Tiles as large as any bar, and stripes as the dashes of one thick line: few things to draw. -->
			<svg:pattern id="planned" x="-2000" width="4000" height="6" patternUnits="userSpaceOnUse"><svg:rect width="4000" height="6" fill="#ffffff"/><svg:path d="M3 3H4000" fill="none" stroke="{$second}" stroke-width="2.6" stroke-linecap="round" stroke-dasharray="0 6"/></svg:pattern>
			<svg:pattern id="signed" x="-2000" y="-2000" width="4000" height="4000" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><svg:rect width="4000" height="4000" fill="#ffffff"/><svg:path d="M0 2000H4000" fill="none" stroke="{$second}" stroke-width="4000" stroke-dasharray="3.6 4.4"/></svg:pattern>
			<svg:pattern id="under-way" x="-2000" y="-2000" width="4000" height="4000" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><svg:rect width="4000" height="4000" fill="#ffffff"/><svg:path d="M0 2000H4000" fill="none" stroke="{$second}" stroke-width="4000" stroke-dasharray="6.6 2.2"/></svg:pattern>
			<svg:pattern id="suspended" x="-2000" y="-2000" width="4000" height="4000" patternUnits="userSpaceOnUse"><svg:rect width="4000" height="4000" fill="#ffffff"/><svg:path d="M2000 0V4000" fill="none" stroke="{$muted}" stroke-width="4000" stroke-dasharray="1.6 4.4"/></svg:pattern>
		</svg:defs>
	</xsl:template>

	<func:function name="f:status-fill">
		<xsl:param name="status"/>
		<xsl:choose>
			<xsl:when test="$status = 'planned' or $status = 'signed' or $status = 'under-way' or $status = 'suspended'"><func:result select="concat('url(#', $status, ')')"/></xsl:when>
			<xsl:when test="$status = 'completed'"><func:result select="$primary"/></xsl:when>
			<xsl:when test="$status = 'cancelled'"><func:result select="$rule"/></xsl:when>
			<xsl:otherwise><func:result select="'#ffffff'"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<!-- Outcomes as one bar, a part for each state; width in mm. -->
	<xsl:template name="status-bar">
		<xsl:param name="outcomes"/>
		<xsl:param name="width"/>
		<xsl:param name="height" select="4"/>
		<xsl:variable name="unit" select="($width * 10 - 2) div (count($outcomes) + number(not($outcomes)))"/>
		<fo:block line-height="1" text-align="start" text-indent="0pt">
			<fo:instream-foreign-object>
				<xsl:attribute name="fox:alt-text"><xsl:for-each select="$states[@name = $outcomes/@status]"><xsl:value-of select="concat(f:label(concat('status.', @name)), ' ', count($outcomes[@status = current()/@name]), '; ')"/></xsl:for-each></xsl:attribute>
				<svg:svg width="{$width}mm" height="{$height}mm" viewBox="0 0 {$width * 10} {$height * 10}">
					<xsl:call-template name="status-patterns"/>
					<xsl:for-each select="$states">
						<xsl:variable name="before" select="count($outcomes[@status = current()/preceding-sibling::f:state/@name])"/>
						<xsl:variable name="here" select="count($outcomes[@status = current()/@name])"/>
						<xsl:if test="$here"><svg:rect x="{format-number(1 + $before * $unit, '0.#')}" y="1" width="{format-number($here * $unit, '0.#')}" height="{$height * 10 - 2}" fill="{f:status-fill(string(@name))}" stroke="{$ink}" stroke-width="1.2"/></xsl:if>
					</xsl:for-each>
				</svg:svg>
			</fo:instream-foreign-object>
		</fo:block>
	</xsl:template>

	<xsl:template name="status-swatch">
		<xsl:param name="status"/>
		<xsl:param name="size" select="3 * $scale"/>
		<fo:instream-foreign-object alignment-baseline="middle" fox:alt-text="">
			<svg:svg width="{$size * 2}mm" height="{$size}mm" viewBox="0 0 {$size * 20} {$size * 10}"><xsl:call-template name="status-patterns"/><svg:rect x="1" y="1" width="{$size * 20 - 2}" height="{$size * 10 - 2}" fill="{f:status-fill($status)}" stroke="{$ink}" stroke-width="1.2"/></svg:svg>
		</fo:instream-foreign-object>
	</xsl:template>

	<!-- What the fillings mean: only states that occur. -->
	<xsl:template name="status-legend">
		<xsl:param name="counted" select="true()"/>
		<fo:block text-align="start" line-height="1.6">
			<xsl:for-each select="$states[@name = $outcomes/@status]">
				<fo:inline keep-together.within-line="always"><xsl:call-template name="status-swatch"><xsl:with-param name="status" select="string(@name)"/></xsl:call-template>
					<xsl:text>&#160;</xsl:text><xsl:value-of select="f:label(concat('status.', @name))"/>
					<xsl:if test="$counted"><xsl:text>&#160;</xsl:text><fo:inline font-weight="bold"><xsl:value-of select="count($outcomes[@status = current()/@name])"/></fo:inline></xsl:if>
				</fo:inline><xsl:text>　 </xsl:text>
			</xsl:for-each>
		</fo:block>
	</xsl:template>

	<!-- Money, summed by currency, the largest first. -->
	<xsl:template name="amounts">
		<xsl:param name="outcomes"/>
		<xsl:param name="between">, </xsl:param>
		<xsl:variable name="amounts" select="$outcomes/k:amount"/>
		<xsl:variable name="sums">
			<xsl:for-each select="$amounts">
				<xsl:variable name="currency" select="@currency"/>
				<xsl:if test="count(. | $amounts[@currency = $currency][1]) = 1"><sum currency="{$currency}"><xsl:value-of select="sum($amounts[@currency = $currency])"/></sum></xsl:if>
			</xsl:for-each>
		</xsl:variable>
		<xsl:for-each select="exsl:node-set($sums)/sum">
			<xsl:sort select="." data-type="number" order="descending"/>
			<xsl:if test="position() > 1"><xsl:copy-of select="$between"/></xsl:if>
			<fo:inline keep-together.within-line="always"><xsl:value-of select="c:number(format-number(., '0.##'), $first-language)"/><xsl:text>&#160;</xsl:text><xsl:value-of select="@currency"/></fo:inline>
		</xsl:for-each>
	</xsl:template>
</xsl:stylesheet>
