<?xml version="1.0" encoding="UTF-8"?>
<!-- The days one after the other, each session with its time, room and what is spoken in it; then where it all is. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f">

	<!-- last: no page sequence comes after this one. -->
	<xsl:template name="leaflet-text">
		<xsl:param name="last"/>
		<fo:page-sequence master-reference="leaflet">
			<xsl:if test="$last"><xsl:attribute name="force-page-count">end-on-doubly-even</xsl:attribute></xsl:if>
			<xsl:call-template name="leaflet-notes"/>
			<xsl:call-template name="leaflet-feet"/>
			<fo:flow flow-name="xsl-region-body">
				<xsl:if test="$has-programme"><xsl:call-template name="leaflet-heading"><xsl:with-param name="id" select="'programme'"/><xsl:with-param name="label" select="'programme'"/></xsl:call-template></xsl:if>
				<xsl:for-each select="$first-of-days">
					<xsl:sort select="@date"/>
					<xsl:call-template name="leaflet-day"/>
				</xsl:for-each>
				<xsl:call-template name="leaflet-places"/>
				<xsl:if test="not($has-programme or k:place)"><fo:block/></xsl:if>
			</fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<!-- What is spoken in a session and is listed. -->
	<func:function name="f:listed">
		<xsl:param name="session"/>
		<func:result select="($session/k:speech | $session/k:talk)[$talks = 'all' or ($talks = 'plenary' and $session/@kind != 'forum')]"/>
	</func:function>

	<xsl:template name="date-line">
		<xsl:param name="date"/>
		<xsl:value-of select="f:date($date)"/>
		<fo:inline font-size="0.72em" font-weight="normal" color="{$muted}"><xsl:for-each select="$other-languages">　<fo:inline xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:date($date, string(.))"/></fo:inline></xsl:for-each></fo:inline>
	</xsl:template>

	<xsl:template name="leaflet-day">
		<xsl:variable name="sessions" select="key('session-by-day', @date)"/>
		<fo:block id="day-{@date}" role="H2" font-family="{$heading-family}" font-size="11.5pt" line-height="1.4" font-weight="bold" color="{$primary}" space-before="6mm" space-after="1.5mm" keep-together.within-page="always" keep-with-next.within-page="always">
			<xsl:call-template name="date-line"><xsl:with-param name="date" select="string(@date)"/></xsl:call-template>
		</fo:block>
		<fo:table xsl:use-attribute-sets="table">
			<xsl:attribute name="font-size">8.5pt</xsl:attribute>
			<xsl:if test="$sessions/@start"><fo:table-column column-width="21mm"/></xsl:if>
			<fo:table-column column-width="proportional-column-width(1)"/>
			<fo:table-body>
				<xsl:for-each select="$sessions">
					<xsl:sort select="@start"/>
					<xsl:call-template name="leaflet-session"><xsl:with-param name="timed" select="boolean($sessions/@start)"/></xsl:call-template>
				</xsl:for-each>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="leaflet-session">
		<xsl:param name="timed"/>
		<xsl:variable name="items" select="f:listed(.)"/>
		<xsl:variable name="last" select="position() = last() and position() > 1"/>
		<xsl:variable name="quiet" select="@kind = 'meal' or @kind = 'break' or @kind = 'registration'"/>
		<fo:table-row c:src="{c:src(.)}" keep-together.within-page="always">
			<xsl:if test="not($quiet)"><xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute></xsl:if>
			<xsl:if test="$items"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
			<xsl:if test="$last and not($items)"><xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute></xsl:if>
			<xsl:if test="$timed"><fo:table-cell xsl:use-attribute-sets="cell"><fo:block color="{$primary}"><xsl:value-of select="f:hours(.)"/></fo:block></fo:table-cell></xsl:if>
			<fo:table-cell xsl:use-attribute-sets="cell">
				<xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/><xsl:with-param name="weight"><xsl:choose><xsl:when test="$quiet">normal</xsl:when><xsl:otherwise>bold</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
				<xsl:if test="@room or k:chair">
					<fo:block font-size="0.86em" line-height="{$second-line}" color="{$second}">
						<xsl:if test="@room"><xsl:call-template name="text"><xsl:with-param name="texts" select="key('by-id', @room)/k:name"/></xsl:call-template></xsl:if>
						<xsl:for-each select="k:chair"><xsl:if test="position() > 1 or ../@room"><fo:inline color="{$accent}"> · </fo:inline></xsl:if><fo:inline c:src="{c:src(.)}"><xsl:value-of select="f:label('chair')"/><xsl:call-template name="colon"/><xsl:value-of select="f:pick(key('by-id', @person)/k:name)"/></fo:inline></xsl:for-each>
					</fo:block>
				</xsl:if>
			</fo:table-cell>
		</fo:table-row>
		<xsl:for-each select="$items">
			<fo:table-row c:src="{c:src(.)}" keep-together.within-page="always">
				<xsl:if test="$last and position() = last()"><xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute></xsl:if>
				<xsl:if test="$timed"><fo:table-cell xsl:use-attribute-sets="cell" text-align="end"><fo:block color="{$muted}"><xsl:value-of select="@start"/></fo:block></fo:table-cell></xsl:if>
				<fo:table-cell xsl:use-attribute-sets="cell">
					<xsl:if test="k:title"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></xsl:if>
					<xsl:for-each select="k:speaker"><fo:block color="{$second}" c:src="{c:src(.)}"><xsl:call-template name="person-names"><xsl:with-param name="person" select="key('by-id', @person)"/></xsl:call-template></fo:block></xsl:for-each>
				</fo:table-cell>
			</fo:table-row>
		</xsl:for-each>
	</xsl:template>
</xsl:stylesheet>
