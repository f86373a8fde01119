<?xml version="1.0" encoding="UTF-8"?>
<!-- When: a bar for each outcome over the years, and the steps that come next in the order of their dates. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:svg="http://www.w3.org/2000/svg" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f exsl">

	<!-- A date as years: 2031-07 is 2031.5. -->
	<func:function name="f:years">
		<xsl:param name="date"/>
		<xsl:variable name="month" select="substring($date, 6, 2)"/>
		<xsl:variable name="day" select="substring($date, 9, 2)"/>
		<func:result select="number(substring($date, 1, 4)) + number($month != '') * (number(concat('0', $month)) - 1) div 12 + number($day != '') * (number(concat('0', $day)) - 1) div 365"/>
	</func:function>

	<xsl:template name="timeline">
		<xsl:variable name="dated" select="$outcomes[@date]"/>
		<xsl:if test="$dated">
			<xsl:variable name="first"><xsl:for-each select="$dated"><xsl:sort select="@date"/><xsl:if test="position() = 1"><xsl:value-of select="substring(@date, 1, 4)"/></xsl:if></xsl:for-each></xsl:variable>
			<xsl:variable name="last"><xsl:for-each select="$dated/@until | $dated/@date"><xsl:sort select="." order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="substring(., 1, 4) + 1"/></xsl:if></xsl:for-each></xsl:variable>
			<xsl:variable name="year" select="1300 div ($last - $first)"/>
			<xsl:call-template name="chapter"><xsl:with-param name="id" select="'timeline'"/></xsl:call-template>
			<fo:block font-size="{$small-size}" space-after="2mm" keep-with-next.within-page="always"><xsl:call-template name="status-legend"><xsl:with-param name="counted" select="false()"/></xsl:call-template></fo:block>
			<fo:table xsl:use-attribute-sets="table" font-size="{$small-size} * 0.9" line-height="1.25" hyphenate="false">
				<fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="130mm"/>
				<fo:table-header><fo:table-row>
					<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'outcome'"/></xsl:call-template>
					<fo:table-cell xsl:use-attribute-sets="head-cell" padding-left="0mm" padding-right="0mm"><fo:block line-height="1"><fo:instream-foreign-object fox:alt-text="{$first}–{$last}">
						<svg:svg width="130mm" height="4mm" viewBox="0 0 1300 40" font-family="{$heading-family}" font-size="26"><xsl:call-template name="year-labels"><xsl:with-param name="year" select="number($first)"/><xsl:with-param name="last" select="number($last)"/><xsl:with-param name="x" select="0"/><xsl:with-param name="width" select="$year"/></xsl:call-template></svg:svg>
					</fo:instream-foreign-object></fo:block></fo:table-cell>
				</fo:table-row></fo:table-header>
				<fo:table-body>
					<xsl:for-each select="$dated">
						<xsl:sort select="@date"/>
						<xsl:variable name="from" select="f:years(@date)"/>
						<xsl:variable name="to" select="f:years(concat(@until, substring(@date, 1 div not(@until)))) + number(string-length(@until) = 4)"/>
						<fo:table-row keep-together.within-page="always" c:src="{c:src(.)}">
							<fo:table-cell border-top="0.3pt solid {$rule}" padding="0.5mm 1.2mm 0.5mm 0mm"><fo:block><xsl:value-of select="f:pick(k:title)"/><fo:inline color="{$muted}"><xsl:text>　</xsl:text><xsl:value-of select="f:date(@date)"/><xsl:if test="@until">–<xsl:value-of select="f:date(@until)"/></xsl:if></fo:inline></fo:block></fo:table-cell>
							<fo:table-cell border-top="0.3pt solid {$rule}" display-align="center"><fo:block line-height="1"><fo:instream-foreign-object fox:alt-text="{@date}–{@until}">
								<svg:svg width="130mm" height="4mm" viewBox="0 0 1300 40">
									<xsl:call-template name="status-patterns"/>
									<xsl:call-template name="year-lines"><xsl:with-param name="x" select="0"/><xsl:with-param name="width" select="$year"/></xsl:call-template>
									<xsl:choose>
										<xsl:when test="@until"><svg:rect x="{format-number(($from - $first) * $year, '0.#')}" y="9" width="{format-number(($to - $from) * $year, '0.#')}" height="22" fill="{f:status-fill(string(@status))}" stroke="{$ink}" stroke-width="1.4"/></xsl:when>
										<xsl:otherwise><svg:path d="M{format-number(($from - $first) * $year, '0.#')} 8l12 12l-12 12l-12 -12z" fill="{f:status-fill(string(@status))}" stroke="{$ink}" stroke-width="1.4"/></xsl:otherwise>
									</xsl:choose>
								</svg:svg>
							</fo:instream-foreign-object></fo:block></fo:table-cell>
						</fo:table-row>
					</xsl:for-each>
				</fo:table-body>
			</fo:table>
		</xsl:if>
	</xsl:template>

	<xsl:template name="year-labels">
		<xsl:param name="year"/>
		<xsl:param name="last"/>
		<xsl:param name="x"/>
		<xsl:param name="width"/>
		<xsl:if test="$year &lt; $last">
			<svg:text x="{format-number($x + $width div 2, '0.#')}" y="30" text-anchor="middle" fill="{$on-header}"><xsl:value-of select="$year"/></svg:text>
			<xsl:call-template name="year-labels"><xsl:with-param name="year" select="$year + 1"/><xsl:with-param name="last" select="$last"/><xsl:with-param name="x" select="$x + $width"/><xsl:with-param name="width" select="$width"/></xsl:call-template>
		</xsl:if>
	</xsl:template>
	<xsl:template name="year-lines">
		<xsl:param name="x"/>
		<xsl:param name="width"/>
		<xsl:if test="$x &lt; 1301">
			<svg:path d="M{format-number($x, '0.#')} 0V40" stroke="{$rule}" stroke-width="1.5" fill="none"/>
			<xsl:call-template name="year-lines"><xsl:with-param name="x" select="$x + $width"/><xsl:with-param name="width" select="$width"/></xsl:call-template>
		</xsl:if>
	</xsl:template>

	<xsl:template name="next-steps">
		<xsl:call-template name="chapter"><xsl:with-param name="id" select="'next-steps'"/></xsl:call-template>
		<xsl:if test="not($outcomes/k:next)"><fo:block color="{$muted}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="'no-next-steps'"/></xsl:call-template></fo:block></xsl:if>
		<xsl:if test="$outcomes/k:next">
			<fo:table xsl:use-attribute-sets="table">
				<fo:table-column column-width="27mm"/><fo:table-column column-width="proportional-column-width(45)"/><fo:table-column column-width="proportional-column-width(35)"/>
				<fo:table-header><fo:table-row>
					<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'due'"/></xsl:call-template>
					<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'next'"/></xsl:call-template>
					<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'responsible'"/></xsl:call-template>
				</fo:table-row></fo:table-header>
				<fo:table-body>
					<xsl:for-each select="$outcomes/k:next">
						<xsl:sort select="concat(@due, substring('9999', 1 div not(@due)))"/>
						<fo:table-row keep-together.within-page="always" c:src="{c:src(.)}">
							<fo:table-cell xsl:use-attribute-sets="cell"><fo:block font-weight="bold" color="{$primary}"><xsl:value-of select="f:date(@due)"/><xsl:if test="not(@due)">—</xsl:if></fo:block></fo:table-cell>
							<fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template><fo:block color="{$second}" font-size="0.86em" line-height="1.3"><fo:basic-link internal-destination="{../@xml:id}"><xsl:value-of select="f:pick(../k:title)"/></fo:basic-link></fo:block></fo:table-cell>
							<fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:value-of select="f:pick(key('by-id', @institution)/k:name)"/></fo:block></fo:table-cell>
						</fo:table-row>
					</xsl:for-each>
				</fo:table-body>
			</fo:table>
		</xsl:if>
	</xsl:template>
</xsl:stylesheet>
