<?xml version="1.0" encoding="UTF-8"?>
<!-- Attendance: who came, in figures and charts, by country, role, cluster, day, session and institution; lists by institution and by name;
     a sheet to sign at the desk. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:str="http://exslt.org/strings" exclude-result-prefixes="k f str">

	<xsl:include href="common/theme.xsl"/>
	<xsl:include href="common/language.xsl"/>
	<xsl:include href="common/prose.xsl"/>
	<xsl:include href="common/pages.xsl"/>
	<xsl:include href="common/names.xsl"/>
	<xsl:include href="common/data.xsl"/>
	<xsl:include href="common/charts.xsl"/>
	<xsl:include href="report/cover.xsl"/>
	<xsl:include href="report/attendance.xsl"/>
	<xsl:include href="attendance/totals.xsl"/>
	<xsl:include href="attendance/lists.xsl"/>

	<!-- Which parts, separated by spaces: totals, institutions (a list by institution), names (a list by name), sheet (to sign). -->
	<xsl:param name="parts" select="'totals institutions names sheet'"/>
	<!-- Empty lines at the end of the sheet, for those who come unannounced. -->
	<xsl:param name="empty-lines" select="20"/>
	<!-- The sheet for one session: its xml:id. Empty: for the conference. -->
	<xsl:param name="session"/>

	<xsl:output method="xml" encoding="UTF-8"/>

	<xsl:template match="/k:conference">
		<xsl:call-template name="check-languages"/>
		<xsl:variable name="unknown" select="str:tokenize($parts)[not(. = 'totals' or . = 'institutions' or . = 'names' or . = 'sheet')]"/>
		<xsl:if test="$unknown or not(normalize-space($parts))"><xsl:message terminate="yes">parts: expected totals, institutions, names or sheet, got '<xsl:value-of select="$unknown[1]"/>'</xsl:message></xsl:if>
		<xsl:if test="$session != '' and not(k:programme/k:session[@xml:id = $session])"><xsl:message terminate="yes">session: there is no session '<xsl:value-of select="$session"/>'</xsl:message></xsl:if>
		<xsl:if test="not($empty-lines >= 0)"><xsl:message terminate="yes">empty-lines: expected a number, got '<xsl:value-of select="$empty-lines"/>'</xsl:message></xsl:if>
		<fo:root xml:lang="{f:tag($first-language)}" font-family="{$text-family}" font-size="{$text-size}" line-height="{f:size('line')}" color="{$ink}">
			<xsl:call-template name="page-masters"/>
			<xsl:call-template name="metadata"><xsl:with-param name="label" select="'attendance-report'"/></xsl:call-template>
			<xsl:if test="contains($parts, 'totals')"><xsl:call-template name="cover"><xsl:with-param name="label" select="'attendance-report'"/></xsl:call-template></xsl:if>
			<fo:page-sequence id="document" master-reference="text" initial-page-number="1">
				<xsl:call-template name="page-furniture"/>
				<fo:flow flow-name="xsl-region-body" text-align="start">
					<xsl:if test="contains($parts, 'totals')"><xsl:call-template name="totals"/></xsl:if>
					<xsl:if test="contains($parts, 'institutions')"><xsl:call-template name="list-by-institution"/></xsl:if>
					<xsl:if test="contains($parts, 'names')">
						<xsl:call-template name="chapter"><xsl:with-param name="id" select="'list-by-name'"/></xsl:call-template>
						<xsl:call-template name="attendee-table"/>
					</xsl:if>
					<xsl:if test="contains($parts, 'sheet')"><xsl:call-template name="sheet"/></xsl:if>
				</fo:flow>
			</fo:page-sequence>
		</fo:root>
	</xsl:template>
</xsl:stylesheet>
