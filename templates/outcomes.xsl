<?xml version="1.0" encoding="UTF-8"?>
<!-- Outcomes: a summary on one page, the clusters side by side, every outcome, who works with whom, a timeline, what comes next. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<xsl:include href="common/theme.xsl"/>
	<xsl:include href="common/language.xsl"/>
	<xsl:include href="common/prose.xsl"/>
	<xsl:include href="common/pages.xsl"/>
	<xsl:include href="common/names.xsl"/>
	<xsl:include href="common/data.xsl"/>
	<xsl:include href="report/cover.xsl"/>
	<xsl:include href="report/clusters.xsl"/>
	<xsl:include href="outcomes/status.xsl"/>
	<xsl:include href="outcomes/summary.xsl"/>
	<xsl:include href="outcomes/together.xsl"/>
	<xsl:include href="outcomes/timeline.xsl"/>

	<!-- The summary page alone, to hang up: A3 or A4. Empty: the whole report. -->
	<xsl:param name="poster"/>

	<xsl:output method="xml" encoding="UTF-8"/>

	<xsl:variable name="outcomes" select="/k:conference/k:outcomes/k:outcome"/>
	<xsl:variable name="scale" select="1 + 0.4142 * number($poster = 'A3')"/>

	<xsl:template match="/k:conference">
		<xsl:call-template name="check-languages"/>
		<xsl:if test="$poster != '' and $poster != 'A3' and $poster != 'A4'"><xsl:message terminate="yes">poster: expected A3 or A4, got '<xsl:value-of select="$poster"/>'</xsl:message></xsl:if>
		<fo:root xml:lang="{f:tag($first-language)}" font-family="{$text-family}" font-size="{$text-size}" line-height="{f:size('line')}" color="{$ink}">
			<xsl:call-template name="page-masters"><xsl:with-param name="poster-size" select="$poster"/></xsl:call-template>
			<xsl:call-template name="metadata"><xsl:with-param name="label" select="'outcomes-report'"/></xsl:call-template>
			<xsl:choose>
				<xsl:when test="$poster != ''"><xsl:call-template name="summary-sequence"/></xsl:when>
				<xsl:otherwise>
					<xsl:call-template name="outcome-bookmarks"/>
					<xsl:call-template name="cover"><xsl:with-param name="label" select="'outcomes-report'"/></xsl:call-template>
					<xsl:call-template name="whole"/>
				</xsl:otherwise>
			</xsl:choose>
		</fo:root>
	</xsl:template>

	<xsl:template name="outcome-bookmarks">
		<fo:bookmark-tree>
			<fo:bookmark internal-destination="summary"><fo:bookmark-title><xsl:value-of select="f:label('summary')"/></fo:bookmark-title></fo:bookmark>
			<xsl:if test="$outcomes">
				<fo:bookmark internal-destination="side-by-side"><fo:bookmark-title><xsl:value-of select="f:label('side-by-side')"/></fo:bookmark-title></fo:bookmark>
				<xsl:for-each select="$clusters"><fo:bookmark internal-destination="cluster-{@xml:id}"><fo:bookmark-title><xsl:value-of select="f:pick(k:title)"/></fo:bookmark-title></fo:bookmark></xsl:for-each>
				<xsl:if test="$has-matrix"><fo:bookmark internal-destination="matrix"><fo:bookmark-title><xsl:value-of select="f:label('matrix')"/></fo:bookmark-title></fo:bookmark></xsl:if>
				<xsl:if test="$outcomes/@date"><fo:bookmark internal-destination="timeline"><fo:bookmark-title><xsl:value-of select="f:label('timeline')"/></fo:bookmark-title></fo:bookmark></xsl:if>
			</xsl:if>
			<fo:bookmark internal-destination="next-steps"><fo:bookmark-title><xsl:value-of select="f:label('next-steps')"/></fo:bookmark-title></fo:bookmark>
		</fo:bookmark-tree>
	</xsl:template>

	<xsl:template name="whole">
		<xsl:call-template name="summary-sequence"/>
		<xsl:if test="$outcomes">
			<fo:page-sequence master-reference="wide">
				<xsl:call-template name="page-furniture"/>
				<fo:flow flow-name="xsl-region-body" text-align="start"><xsl:call-template name="side-by-side"/></fo:flow>
			</fo:page-sequence>
			<fo:page-sequence master-reference="text">
				<xsl:call-template name="page-furniture"/>
				<fo:flow flow-name="xsl-region-body" text-align="start"><xsl:call-template name="outcomes-by-cluster"/></fo:flow>
			</fo:page-sequence>
			<xsl:if test="$has-matrix or $outcomes/@date">
				<fo:page-sequence master-reference="wide">
					<xsl:call-template name="page-furniture"/>
					<fo:flow flow-name="xsl-region-body" text-align="start"><xsl:call-template name="matrix"/><xsl:call-template name="timeline"/></fo:flow>
				</fo:page-sequence>
			</xsl:if>
		</xsl:if>
		<fo:page-sequence id="document" master-reference="text">
			<xsl:call-template name="page-furniture"/>
			<fo:flow flow-name="xsl-region-body" text-align="start"><xsl:call-template name="next-steps"/></fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<!-- Every outcome, by cluster; then those of the alliance as a whole. -->
	<xsl:template name="outcomes-by-cluster">
		<xsl:for-each select="$clusters">
			<xsl:variable name="cluster" select="."/>
			<xsl:call-template name="chapter-heading">
				<xsl:with-param name="id" select="concat('cluster-', @xml:id)"/>
				<xsl:with-param name="number" select="position()"/>
				<xsl:with-param name="title" select="f:pick(k:title)"/>
				<xsl:with-param name="others"><xsl:for-each select="$other-languages"><fo:block font-size="{f:size('heading-2')}" line-height="1.35" color="{$muted}" xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:pick($cluster/k:title, string(.))"/></fo:block></xsl:for-each></xsl:with-param>
			</xsl:call-template>
			<xsl:call-template name="outcomes"/>
		</xsl:for-each>
		<xsl:variable name="others" select="$outcomes[not(@cluster)]"/>
		<xsl:if test="$others">
			<xsl:call-template name="chapter"><xsl:with-param name="id" select="'of-the-alliance'"/></xsl:call-template>
			<xsl:call-template name="outcome-table"><xsl:with-param name="outcomes" select="$others"/></xsl:call-template>
		</xsl:if>
	</xsl:template>
</xsl:stylesheet>
