<?xml version="1.0" encoding="UTF-8"?>
<!-- The conference report: cover, contents, the conference at a glance, programme, speeches, a chapter for each cluster,
     attendance, decisions. What the data do not hold is left out. -->
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
	<xsl:include href="report/glance.xsl"/>
	<xsl:include href="report/programme.xsl"/>
	<xsl:include href="report/clusters.xsl"/>
	<xsl:include href="report/attendance.xsl"/>
	<xsl:include href="report/decisions.xsl"/>

	<xsl:output method="xml" encoding="UTF-8"/>
	<xsl:template match="/k:conference">
		<xsl:call-template name="check-languages"/>
		<fo:root xml:lang="{f:tag($first-language)}" font-family="{$text-family}" font-size="{$text-size}" line-height="{f:size('line')}" color="{$ink}">
			<xsl:call-template name="page-masters"/>
			<xsl:call-template name="metadata"/>
			<fo:bookmark-tree><xsl:call-template name="entries"><xsl:with-param name="as" select="'bookmark'"/></xsl:call-template></fo:bookmark-tree>
			<xsl:call-template name="cover"/>
			<fo:page-sequence id="document" master-reference="text" initial-page-number="1">
				<xsl:call-template name="page-furniture"/>
				<fo:flow flow-name="xsl-region-body" text-align="start">
					<xsl:call-template name="contents"/>
					<xsl:call-template name="glance"/>
					<xsl:call-template name="programme"/>
					<xsl:call-template name="speeches"/>
					<xsl:choose>
						<xsl:when test="$told"><xsl:apply-templates select="$clusters" mode="chapter"/></xsl:when>
						<xsl:when test="$clusters"><xsl:call-template name="clusters-together"/></xsl:when>
					</xsl:choose>
					<xsl:call-template name="attendance"/>
					<xsl:call-template name="decisions"/>
				</fo:flow>
			</fo:page-sequence>
		</fo:root>
	</xsl:template>

	<!-- ==== contents and bookmarks: one list of chapters for both ==== -->

	<xsl:template name="entries">
		<xsl:param name="as"/>
		<xsl:call-template name="label-entry"><xsl:with-param name="as" select="$as"/><xsl:with-param name="id" select="'glance'"/></xsl:call-template>
		<xsl:if test="$has-programme">
			<xsl:call-template name="label-entry"><xsl:with-param name="as" select="$as"/><xsl:with-param name="id" select="'programme'"/></xsl:call-template>
		</xsl:if>
		<xsl:if test="$speeches">
			<xsl:call-template name="label-entry"><xsl:with-param name="as" select="$as"/><xsl:with-param name="id" select="'speeches'"/><xsl:with-param name="inside" select="$speeches"/></xsl:call-template>
		</xsl:if>
		<xsl:if test="$clusters and not($told)">
			<xsl:call-template name="label-entry"><xsl:with-param name="as" select="$as"/><xsl:with-param name="id" select="'clusters'"/></xsl:call-template>
		</xsl:if>
		<xsl:for-each select="$clusters[$told]">
			<xsl:call-template name="entry">
				<xsl:with-param name="as" select="$as"/>
				<xsl:with-param name="id" select="concat('cluster-', @xml:id)"/>
				<xsl:with-param name="title" select="concat(f:label('cluster'), ' ', position(), '　', f:pick(k:title))"/>
			</xsl:call-template>
		</xsl:for-each>
		<xsl:if test="$attendees">
			<xsl:call-template name="label-entry"><xsl:with-param name="as" select="$as"/><xsl:with-param name="id" select="'attendance'"/></xsl:call-template>
		</xsl:if>
		<xsl:if test="$decisions">
			<xsl:call-template name="label-entry"><xsl:with-param name="as" select="$as"/><xsl:with-param name="id" select="'decisions'"/><xsl:with-param name="inside" select="$decisions"/></xsl:call-template>
		</xsl:if>
	</xsl:template>

	<xsl:template name="label-entry">
		<xsl:param name="as"/>
		<xsl:param name="id"/>
		<xsl:param name="inside" select="/.."/>
		<xsl:call-template name="entry">
			<xsl:with-param name="as" select="$as"/>
			<xsl:with-param name="id" select="$id"/>
			<xsl:with-param name="title" select="f:label($id)"/>
			<xsl:with-param name="inside" select="$inside"/>
		</xsl:call-template>
	</xsl:template>

	<!-- One chapter, with the speeches or decisions in it. -->
	<xsl:template name="entry">
		<xsl:param name="as"/>
		<xsl:param name="id"/>
		<xsl:param name="title"/>
		<xsl:param name="inside" select="/.."/>
		<xsl:choose>
			<xsl:when test="$as = 'bookmark'">
				<fo:bookmark internal-destination="{$id}">
					<xsl:if test="$inside"><xsl:attribute name="starting-state">hide</xsl:attribute></xsl:if>
					<fo:bookmark-title><xsl:value-of select="$title"/></fo:bookmark-title>
					<xsl:for-each select="$inside">
						<fo:bookmark internal-destination="{@xml:id}"><fo:bookmark-title><xsl:apply-templates select="." mode="entry-title"/></fo:bookmark-title></fo:bookmark>
					</xsl:for-each>
				</fo:bookmark>
			</xsl:when>
			<xsl:otherwise>
				<xsl:call-template name="contents-line"><xsl:with-param name="id" select="$id"/><xsl:with-param name="title" select="$title"/></xsl:call-template>
				<xsl:for-each select="$inside">
					<xsl:call-template name="contents-line">
						<xsl:with-param name="id" select="@xml:id"/>
						<xsl:with-param name="title"><xsl:apply-templates select="." mode="entry-title"/></xsl:with-param>
						<xsl:with-param name="inner" select="true()"/>
					</xsl:call-template>
				</xsl:for-each>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template match="k:speech" mode="entry-title"><xsl:value-of select="f:pick(key('by-id', k:speaker[1]/@person)/k:name)"/></xsl:template>
	<xsl:template match="k:decision" mode="entry-title"><xsl:value-of select="f:pick(k:title)"/></xsl:template>

	<xsl:template name="contents-line">
		<xsl:param name="id"/>
		<xsl:param name="title"/>
		<xsl:param name="inner" select="false()"/>
		<fo:block role="TOCI" text-align="start" text-align-last="justify" end-indent="12mm" last-line-end-indent="-12mm" keep-together.within-page="always">
			<xsl:choose>
				<xsl:when test="$inner">
					<xsl:attribute name="start-indent">7mm</xsl:attribute>
					<xsl:attribute name="font-size"><xsl:value-of select="$table-size"/></xsl:attribute>
					<xsl:attribute name="line-height">1.55</xsl:attribute>
				</xsl:when>
				<xsl:otherwise>
					<xsl:attribute name="font-family"><xsl:value-of select="$heading-family"/></xsl:attribute>
					<xsl:attribute name="space-before">2.2mm</xsl:attribute>
					<xsl:if test="$official"><xsl:attribute name="line-height">1.4</xsl:attribute></xsl:if>
					<xsl:attribute name="keep-with-previous.within-page">auto</xsl:attribute>
				</xsl:otherwise>
			</xsl:choose>
			<fo:basic-link internal-destination="{$id}">
				<xsl:value-of select="$title"/>
				<xsl:text> </xsl:text><fo:leader leader-pattern="dots" color="{$rule}"/><xsl:text> </xsl:text>
				<fo:inline color="{$primary}"><fo:page-number-citation ref-id="{$id}"/></fo:inline>
			</fo:basic-link>
		</fo:block>
	</xsl:template>

	<xsl:template name="contents">
		<fo:block id="contents" role="H1" text-align="{f:choice('chapters')}" font-family="{$title-family}" font-size="{f:size('heading-1')}" line-height="1.3" font-weight="bold" color="{$primary}" space-after="4mm">
			<fo:marker marker-class-name="chapter"><xsl:value-of select="f:label('contents')"/></fo:marker>
			<xsl:value-of select="f:label('contents')"/>
			<fo:inline font-size="{f:size('heading-2')}" font-weight="normal" color="{$muted}">
				<xsl:for-each select="$other-languages"><fo:inline xml:lang="{f:tag(string(.))}">　<xsl:value-of select="f:label('contents', string(.))"/></fo:inline></xsl:for-each>
			</fo:inline>
		</fo:block>
		<fo:block role="TOC"><xsl:call-template name="entries"><xsl:with-param name="as" select="'contents'"/></xsl:call-template></fo:block>
	</xsl:template>
</xsl:stylesheet>
