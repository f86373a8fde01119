<?xml version="1.0" encoding="UTF-8"?>
<!-- Programme, day by day, and the speeches. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<xsl:key name="session-by-day" match="k:session" use="@date"/>

	<xsl:template name="programme">
		<xsl:if test="$has-programme">
			<xsl:call-template name="chapter"><xsl:with-param name="id" select="'programme'"/></xsl:call-template>
			<xsl:for-each select="k:programme/k:session[generate-id() = generate-id(key('session-by-day', @date)[1])]">
				<xsl:sort select="@date"/>
				<xsl:call-template name="day"/>
			</xsl:for-each>
		</xsl:if>
	</xsl:template>

	<xsl:template name="day">
		<xsl:variable name="sessions" select="key('session-by-day', @date)"/>
		<xsl:variable name="date" select="string(@date)"/>
		<fo:block role="H2" font-family="{$heading-family}" font-size="{f:size('heading-2')}" line-height="1.4" font-weight="bold" color="{$primary}"
		          space-before="7mm" space-after="2.5mm" keep-together.within-page="always" keep-with-next.within-page="always">
			<xsl:value-of select="c:date($date, $first-language)"/>
			<fo:inline font-size="{f:size('heading-3')}" font-weight="normal" color="{$muted}">
				<xsl:for-each select="$other-languages">　<fo:inline xml:lang="{f:tag(string(.))}"><xsl:value-of select="c:date($date, string(.))"/></fo:inline></xsl:for-each>
			</fo:inline>
		</fo:block>
		<fo:table xsl:use-attribute-sets="table">
			<xsl:if test="$sessions/@start"><fo:table-column column-width="26mm"/></xsl:if>
			<fo:table-column column-width="proportional-column-width(1)"/>
			<xsl:if test="$sessions/@room"><fo:table-column column-width="30mm"/></xsl:if>
			<fo:table-header><fo:table-row>
				<xsl:if test="$sessions/@start"><xsl:call-template name="head-cell"><xsl:with-param name="label" select="'time'"/></xsl:call-template></xsl:if>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'session'"/></xsl:call-template>
				<xsl:if test="$sessions/@room"><xsl:call-template name="head-cell"><xsl:with-param name="label" select="'room'"/></xsl:call-template></xsl:if>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<xsl:for-each select="$sessions">
					<xsl:sort select="@start"/>
					<xsl:call-template name="session-row">
						<xsl:with-param name="timed" select="boolean($sessions/@start)"/>
						<xsl:with-param name="placed" select="boolean($sessions/@room)"/>
					</xsl:call-template>
				</xsl:for-each>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<!-- A session, then its speeches and talks: a row each, so that a long session breaks over pages between them. -->
	<xsl:template name="session-row">
		<xsl:param name="timed"/>
		<xsl:param name="placed"/>
		<xsl:variable name="items" select="k:speech | k:talk"/>
		<fo:table-row id="row-{@xml:id}" index-key="row-{@xml:id}" c:src="{c:src(.)}" keep-together.within-page="always">
			<xsl:if test="$items"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
			<xsl:if test="$timed"><fo:table-cell xsl:use-attribute-sets="total-cell"><fo:block color="{$primary}"><xsl:value-of select="@start"/><xsl:if test="@end">–<xsl:value-of select="@end"/></xsl:if></fo:block></fo:table-cell></xsl:if>
			<fo:table-cell xsl:use-attribute-sets="total-cell">
				<xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/><xsl:with-param name="weight" select="'bold'"/></xsl:call-template>
				<xsl:for-each select="k:chair">
					<fo:block font-weight="normal" color="{$second}" c:src="{c:src(.)}"><xsl:value-of select="f:label('chair')"/><xsl:call-template name="colon"/><xsl:call-template name="person-names"><xsl:with-param name="person" select="key('by-id', @person)"/></xsl:call-template></fo:block>
				</xsl:for-each>
			</fo:table-cell>
			<xsl:if test="$placed"><fo:table-cell xsl:use-attribute-sets="total-cell" font-weight="normal"><xsl:if test="@room"><xsl:call-template name="texts"><xsl:with-param name="texts" select="key('by-id', @room)/k:name"/></xsl:call-template></xsl:if><xsl:if test="not(@room)"><fo:block/></xsl:if></fo:table-cell></xsl:if>
		</fo:table-row>
		<xsl:for-each select="$items">
			<fo:table-row c:src="{c:src(.)}" keep-together.within-page="always">
				<xsl:if test="position() = last()"><xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute></xsl:if>
				<xsl:if test="$timed"><fo:table-cell xsl:use-attribute-sets="cell"><fo:block color="{$muted}"><xsl:value-of select="@start"/></fo:block></fo:table-cell></xsl:if>
				<fo:table-cell xsl:use-attribute-sets="cell">
					<xsl:if test="$placed"><xsl:attribute name="number-columns-spanned">2</xsl:attribute></xsl:if>
					<xsl:if test="k:title"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></xsl:if>
					<xsl:for-each select="k:speaker">
						<fo:block color="{$second}" c:src="{c:src(.)}"><xsl:call-template name="person-names"><xsl:with-param name="person" select="key('by-id', @person)"/></xsl:call-template></fo:block>
					</xsl:for-each>
				</fo:table-cell>
			</fo:table-row>
		</xsl:for-each>
	</xsl:template>

	<!-- ==== speeches ==== -->

	<xsl:template name="speeches">
		<xsl:if test="$speeches">
			<xsl:call-template name="chapter"><xsl:with-param name="id" select="'speeches'"/></xsl:call-template>
			<xsl:for-each select="$speeches">
				<xsl:variable name="person" select="key('by-id', k:speaker[1]/@person)"/>
				<fo:block id="{@xml:id}" index-key="{@xml:id}" role="H2" c:src="{c:src(.)}" font-family="{$heading-family}" font-size="{f:size('heading-2')}" line-height="1.4" font-weight="bold" color="{$primary}"
				          space-before="8mm" keep-together.within-page="always" keep-with-next.within-page="always" text-align="start">
					<xsl:call-template name="person-names"><xsl:with-param name="person" select="$person"/></xsl:call-template>
				</fo:block>
				<fo:block color="{$muted}" font-size="{$table-size}" line-height="1.45" space-after="3mm" keep-together.within-page="always" keep-with-next.within-page="always" text-align="start">
					<xsl:for-each select="$language-list">
						<fo:block xml:lang="{f:tag(string(.))}"><xsl:call-template name="person-post"><xsl:with-param name="person" select="$person"/><xsl:with-param name="language" select="string(.)"/></xsl:call-template></fo:block>
					</xsl:for-each>
				</fo:block>
				<xsl:call-template name="prose"><xsl:with-param name="texts" select="k:summary"/></xsl:call-template>
			</xsl:for-each>
		</xsl:if>
	</xsl:template>
</xsl:stylesheet>
