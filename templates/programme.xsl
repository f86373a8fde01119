<?xml version="1.0" encoding="UTF-8"?>
<!-- The programme: a leaflet of A5 pages, on sheets of A4 to be folded and stitched, with every day in order and by room and hour; or that
     grid alone, to hang up. With "nup none" its pages stay single, to be read on a screen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="k f exsl">

	<xsl:include href="common/theme.xsl"/>
	<xsl:include href="common/language.xsl"/>
	<xsl:include href="common/pages.xsl"/>
	<xsl:include href="common/names.xsl"/>
	<xsl:include href="common/data.xsl"/>
	<xsl:include href="programme/pages.xsl"/>
	<xsl:include href="programme/days.xsl"/>
	<xsl:include href="programme/cells.xsl"/>
	<xsl:include href="programme/grid.xsl"/>

	<!-- The grid of sessions by room and hour alone, to hang up, a sheet for each day: A3 or A4. Empty: the leaflet. -->
	<xsl:param name="poster"/>
	<!-- Which speeches and talks are listed: plenary (those of sessions for all), all or none. -->
	<xsl:param name="talks" select="'plenary'"/>
	<!-- How many rooms at most stand beside each other in the grid; what is more goes on another page. -->
	<xsl:param name="rooms" select="8"/>

	<xsl:output method="xml" encoding="UTF-8"/>

	<xsl:key name="session-by-day" match="k:session" use="@date"/>
	<xsl:variable name="first-of-days" select="/k:conference/k:programme/k:session[generate-id() = generate-id(key('session-by-day', @date)[1])]"/>
	<xsl:variable name="has-grid" select="boolean(/k:conference/k:programme/k:session[@start])"/>
	<!-- Lengths and sizes of type are those of A5; a poster's are larger. -->
	<xsl:variable name="scale" select="1 + 0.4142 * number($poster = 'A4') + number($poster = 'A3')"/>

	<xsl:template match="/k:conference">
		<xsl:call-template name="check-languages"/>
		<xsl:if test="$poster != '' and $poster != 'A3' and $poster != 'A4'"><xsl:message terminate="yes">poster: expected A3 or A4, got '<xsl:value-of select="$poster"/>'</xsl:message></xsl:if>
		<xsl:if test="not($talks = 'plenary' or $talks = 'all' or $talks = 'none')"><xsl:message terminate="yes">talks: expected plenary, all or none, got '<xsl:value-of select="$talks"/>'</xsl:message></xsl:if>
		<xsl:if test="not($rooms >= 1)"><xsl:message terminate="yes">rooms: expected a number from 1 on, got '<xsl:value-of select="$rooms"/>'</xsl:message></xsl:if>
		<xsl:if test="$poster != '' and not($has-grid)"><xsl:message terminate="yes">poster: no session has a time</xsl:message></xsl:if>
		<fo:root xml:lang="{f:tag($first-language)}" font-family="{$text-family}" font-size="{9 * $scale}pt" line-height="1.4" color="{$ink}" hyphenate="false">
			<xsl:if test="$poster = ''">
				<xsl:attribute name="c:booklet">true</xsl:attribute>
				<xsl:attribute name="c:sheet">A4</xsl:attribute>
			</xsl:if>
			<xsl:call-template name="leaflet-masters"/>
			<xsl:call-template name="metadata"><xsl:with-param name="label" select="'programme'"/></xsl:call-template>
			<xsl:variable name="grids">
				<xsl:for-each select="$first-of-days">
					<xsl:sort select="@date"/>
					<xsl:call-template name="grid-of-day"/>
				</xsl:for-each>
			</xsl:variable>
			<xsl:call-template name="programme-bookmarks"><xsl:with-param name="grids" select="exsl:node-set($grids)/fo:page-sequence"/></xsl:call-template>
			<xsl:if test="$poster = ''">
				<xsl:call-template name="leaflet-cover"/>
				<xsl:call-template name="leaflet-text"><xsl:with-param name="last" select="not(exsl:node-set($grids)/fo:page-sequence)"/></xsl:call-template>
			</xsl:if>
			<xsl:for-each select="exsl:node-set($grids)/fo:page-sequence">
				<xsl:copy>
					<xsl:copy-of select="@*"/>
					<xsl:if test="$poster = '' and position() = last()"><xsl:attribute name="force-page-count">end-on-doubly-even</xsl:attribute></xsl:if>
					<xsl:copy-of select="*"/>
				</xsl:copy>
			</xsl:for-each>
		</fo:root>
	</xsl:template>

	<!-- grids: page sequences, with their day as title. -->
	<xsl:template name="programme-bookmarks">
		<xsl:param name="grids"/>
		<fo:bookmark-tree>
			<xsl:if test="$poster = '' and $has-programme">
				<fo:bookmark internal-destination="programme"><fo:bookmark-title><xsl:value-of select="f:label('programme')"/></fo:bookmark-title>
					<xsl:for-each select="$first-of-days"><xsl:sort select="@date"/><fo:bookmark internal-destination="day-{@date}"><fo:bookmark-title><xsl:value-of select="f:date(@date)"/></fo:bookmark-title></fo:bookmark></xsl:for-each>
				</fo:bookmark>
			</xsl:if>
			<xsl:if test="$poster = '' and k:place"><fo:bookmark internal-destination="places"><fo:bookmark-title><xsl:value-of select="f:label('place')"/></fo:bookmark-title></fo:bookmark></xsl:if>
			<xsl:for-each select="$grids"><fo:bookmark internal-destination="{@id}"><fo:bookmark-title><xsl:value-of select="concat(f:label('grid'), '　', fo:title)"/></fo:bookmark-title></fo:bookmark></xsl:for-each>
		</fo:bookmark-tree>
	</xsl:template>
</xsl:stylesheet>
