<?xml version="1.0" encoding="UTF-8"?>
<!-- Table cards: a sheet that is folded once and stands on its long edges, with the name on both faces. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<xsl:include href="common/theme.xsl"/>
	<xsl:include href="common/language.xsl"/>
	<xsl:include href="common/names.xsl"/>
	<xsl:include href="common/records.xsl"/>

	<!-- How wide a face is, in millimetres: 297 of A4, 210 of A5. At least 80. -->
	<xsl:param name="face-width" select="297"/>
	<!-- How high a face is, in millimetres: half the sheet, 105 of A4. At least 40. -->
	<xsl:param name="face-height" select="105"/>
	<!-- Only attendees of these roles, with spaces between: guest speaker. Empty: all. -->
	<xsl:param name="roles"/>

	<xsl:output method="xml" encoding="UTF-8"/>
	<xsl:strip-space elements="k:conference k:programme k:session k:attendance k:attendee k:persons k:person k:institutions k:institution"/>

	<xsl:variable name="records" select="/k:conference/k:attendance/k:attendee[not(normalize-space($roles)) or contains(concat(' ', normalize-space($roles), ' '), concat(' ', @role, ' '))]"/>

	<xsl:template match="/k:conference">
		<xsl:call-template name="check-languages"/>
		<xsl:call-template name="check-roles"><xsl:with-param name="parameter" select="'roles'"/><xsl:with-param name="roles" select="$roles"/></xsl:call-template>
		<xsl:if test="not($face-width >= 80 and $face-height >= 40)">
			<xsl:message terminate="yes">face-width and face-height: expected at least 80 and 40, got '<xsl:value-of select="$face-width"/>' and '<xsl:value-of select="$face-height"/>'</xsl:message>
		</xsl:if>
		<xsl:call-template name="check-records"/>
		<fo:root c:records="{count($records)}" xml:lang="{f:tag($first-language)}" font-family="{$text-family}" font-size="{$text-size}" color="{$ink}">
			<fo:layout-master-set>
				<fo:simple-page-master master-name="card" page-width="{$face-width}mm" page-height="{2 * $face-height}mm"><fo:region-body/></fo:simple-page-master>
			</fo:layout-master-set>
			<xsl:call-template name="record-metadata"/>
			<xsl:for-each select="$records[position() >= $record-first and position() &lt;= $record-last]">
				<xsl:call-template name="card"><xsl:with-param name="person" select="id(@person)"/></xsl:call-template>
			</xsl:for-each>
		</fo:root>
	</xsl:template>

	<xsl:template name="card">
		<xsl:param name="person"/>
		<xsl:variable name="face"><xsl:call-template name="face"><xsl:with-param name="person" select="$person"/></xsl:call-template></xsl:variable>
		<fo:page-sequence master-reference="card" id="{@xml:id}" c:src="{c:src(.)}">
			<fo:title><xsl:value-of select="f:pick($person/k:name)"/></fo:title>
			<fo:flow flow-name="xsl-region-body">
				<fo:block-container absolute-position="absolute" left="0mm" top="0mm" width="{$face-width}mm" height="{$face-height}mm" reference-orientation="180" role="Artifact"><xsl:copy-of select="$face"/></fo:block-container>
				<fo:block-container absolute-position="absolute" left="0mm" top="{$face-height}mm" width="{$face-width}mm" height="{$face-height}mm"><xsl:copy-of select="$face"/></fo:block-container>
				<xsl:call-template name="fold"/>
			</fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<!-- Short lines at the edges show where to fold. -->
	<xsl:template name="fold">
		<xsl:for-each select="str:tokenize(concat('0 ', $face-width - 6))" xmlns:str="http://exslt.org/strings">
			<fo:block-container absolute-position="absolute" left="{.}mm" top="{$face-height}mm" width="6mm" height="1mm" role="Artifact"><fo:block line-height="0pt" border-top="0.3pt dashed {$rule}"/></fo:block-container>
		</xsl:for-each>
	</xsl:template>

	<xsl:template name="face-place">
		<xsl:param name="top"/>
		<xsl:param name="high"/>
		<xsl:param name="size"/>
		<xsl:param name="least"/>
		<xsl:param name="content"/>
		<xsl:call-template name="place">
			<xsl:with-param name="left" select="concat($face-width * 0.06, 'mm')"/>
			<xsl:with-param name="width" select="concat($face-width * 0.88, 'mm')"/>
			<xsl:with-param name="top" select="concat($top * $face-height, 'mm')"/>
			<xsl:with-param name="height" select="concat($high * $face-height, 'mm')"/>
			<xsl:with-param name="size" select="concat($size * $face-height, 'mm')"/>
			<xsl:with-param name="least" select="concat($least * $face-height, 'mm')"/>
			<xsl:with-param name="line" select="1.2"/>
			<xsl:with-param name="content" select="$content"/>
		</xsl:call-template>
	</xsl:template>

	<!-- Sizes and places are shares of the face's height. -->
	<xsl:template name="face">
		<xsl:param name="person"/>
		<xsl:variable name="name" select="f:pick($person/k:name)"/>
		<xsl:variable name="others" select="f:other-names($person)"/>
		<xsl:variable name="home" select="f:home(.)/k:name"/>
		<xsl:call-template name="face-place">
			<xsl:with-param name="top" select="0.06"/><xsl:with-param name="high" select="0.09"/><xsl:with-param name="size" select="0.042"/><xsl:with-param name="least" select="0.02"/>
			<xsl:with-param name="content">
				<fo:block color="{$muted}" font-family="{$heading-family}"><xsl:value-of select="f:pick($document/k:conference/k:short | $document/k:conference/k:title[not($document/k:conference/k:short)])"/></fo:block>
			</xsl:with-param>
		</xsl:call-template>
		<xsl:call-template name="face-place">
			<xsl:with-param name="top" select="0.18"/><xsl:with-param name="high" select="0.38"/><xsl:with-param name="size" select="0.31"/><xsl:with-param name="least" select="0.13"/>
			<xsl:with-param name="content">
				<fo:block role="H1" xml:lang="{f:tag(string($name/@xml:lang))}" font-family="{f:family('name')}" color="{$ink}"><xsl:call-template name="set-name"><xsl:with-param name="name" select="$name"/></xsl:call-template></fo:block>
			</xsl:with-param>
		</xsl:call-template>
		<xsl:if test="$others">
			<xsl:call-template name="face-place">
				<xsl:with-param name="top" select="0.575"/><xsl:with-param name="high" select="0.14"/><xsl:with-param name="size" select="0.095"/><xsl:with-param name="least" select="0.045"/>
				<xsl:with-param name="content"><fo:block><xsl:call-template name="in-order"><xsl:with-param name="texts" select="$others"/></xsl:call-template></fo:block></xsl:with-param>
			</xsl:call-template>
		</xsl:if>
		<fo:block-container absolute-position="absolute" left="{$face-width * 0.3}mm" width="{$face-width * 0.4}mm" top="{$face-height * 0.745}mm" height="1mm" role="Artifact"><fo:block line-height="0pt" border-top="1pt solid {$accent}"/></fo:block-container>
		<xsl:if test="$home">
			<xsl:call-template name="face-place">
				<xsl:with-param name="top" select="0.77"/><xsl:with-param name="high" select="0.15"/><xsl:with-param name="size" select="0.062"/><xsl:with-param name="least" select="0.03"/>
				<xsl:with-param name="content">
					<fo:block color="{$primary}"><xsl:value-of select="f:pick($home)"/></fo:block>
					<xsl:if test="f:has-others($home)">
						<fo:block color="{$muted}" font-size="0.62em" line-height="1.35"><xsl:call-template name="other-texts"><xsl:with-param name="texts" select="$home"/></xsl:call-template></fo:block>
					</xsl:if>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:if>
	</xsl:template>
</xsl:stylesheet>
