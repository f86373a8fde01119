<?xml version="1.0" encoding="UTF-8"?>
<!-- Name badges of 90 mm by 65 mm, front and back, eight to a sheet of A4 with crop marks; "nup none" and "each" give single ones. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xmlns:qr="urn:cbua:qr"
                xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f">

	<xsl:include href="common/theme.xsl"/>
	<xsl:include href="common/language.xsl"/>
	<xsl:include href="common/names.xsl"/>
	<xsl:include href="common/records.xsl"/>

	<!-- Only attendees of these roles, with spaces between: guest speaker. Empty: all. -->
	<xsl:param name="roles"/>

	<xsl:output method="xml" encoding="UTF-8"/>
	<xsl:strip-space elements="k:conference k:programme k:session k:attendance k:attendee k:persons k:person k:institutions k:institution"/>

	<!-- Numbers are millimetres. -->
	<xsl:variable name="width" select="90"/>
	<xsl:variable name="height" select="65"/>
	<xsl:variable name="bleed" select="3"/>
	<xsl:variable name="side" select="5"/>

	<xsl:variable name="records" select="/k:conference/k:attendance/k:attendee[not(normalize-space($roles)) or contains(concat(' ', normalize-space($roles), ' '), concat(' ', @role, ' '))]"/>

	<xsl:variable name="event-short" select="/k:conference/k:short | /k:conference/k:title[not(/k:conference/k:short)]"/>

	<xsl:template match="/k:conference">
		<xsl:call-template name="check-languages"/>
		<xsl:call-template name="check-roles"><xsl:with-param name="parameter" select="'roles'"/><xsl:with-param name="roles" select="$roles"/></xsl:call-template>
		<xsl:call-template name="check-records"/>
		<fo:root c:records="{count($records)}" c:nup="2x4" c:sheet="A4" c:crop-marks="true" c:duplex="true"
		         xml:lang="{f:tag($first-language)}" font-family="{$text-family}" font-size="9pt" color="{$ink}">
			<fo:layout-master-set>
				<fo:simple-page-master master-name="badge" page-width="{$width}mm" page-height="{$height}mm" fox:bleed="{$bleed}mm"><fo:region-body/></fo:simple-page-master>
			</fo:layout-master-set>
			<xsl:call-template name="record-metadata"/>
			<xsl:for-each select="$records[position() >= $record-first and position() &lt;= $record-last]">
				<xsl:call-template name="badge"><xsl:with-param name="person" select="id(@person)"/></xsl:call-template>
			</xsl:for-each>
		</fo:root>
	</xsl:template>

	<xsl:template name="badge">
		<xsl:param name="person"/>
		<fo:page-sequence master-reference="badge" id="{@xml:id}" c:src="{c:src(.)}">
			<fo:title><xsl:value-of select="f:pick($person/k:name)"/></fo:title>
			<fo:flow flow-name="xsl-region-body">
				<xsl:call-template name="front"><xsl:with-param name="person" select="$person"/></xsl:call-template>
				<xsl:call-template name="back"/>
			</fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<!-- A colour over the page's whole width and beyond. -->
	<xsl:template name="band">
		<xsl:param name="top"/>
		<xsl:param name="high"/>
		<xsl:param name="color"/>
		<fo:block-container absolute-position="absolute" left="{-$bleed}mm" top="{$top}mm" width="{$width + 2 * $bleed}mm" height="{$high}mm" background-color="{$color}" role="Artifact"><fo:block/></fo:block-container>
	</xsl:template>

	<xsl:template name="badge-place">
		<xsl:param name="top"/>
		<xsl:param name="high"/>
		<xsl:param name="size"/>
		<xsl:param name="least" select="'5.5pt'"/>
		<xsl:param name="line" select="1.25"/>
		<xsl:param name="content"/>
		<xsl:call-template name="place">
			<xsl:with-param name="left" select="concat($side, 'mm')"/>
			<xsl:with-param name="width" select="concat($width - 2 * $side, 'mm')"/>
			<xsl:with-param name="top" select="concat($top, 'mm')"/>
			<xsl:with-param name="height" select="concat($high, 'mm')"/>
			<xsl:with-param name="size" select="$size"/>
			<xsl:with-param name="least" select="$least"/>
			<xsl:with-param name="line" select="$line"/>
			<xsl:with-param name="content" select="$content"/>
		</xsl:call-template>
	</xsl:template>

	<!-- The colour that tells roles apart from afar. -->
	<func:function name="f:role-color">
		<xsl:param name="role"/>
		<xsl:choose>
			<xsl:when test="$role = 'guest' or $role = 'speaker' or $role = 'moderator'"><func:result select="$head-color"/></xsl:when>
			<xsl:when test="$role = 'organiser' or $role = 'secretariat' or $role = 'volunteer'"><func:result select="$second"/></xsl:when>
			<xsl:when test="$role = 'press' or $role = 'interpreter'"><func:result select="$accent"/></xsl:when>
			<xsl:otherwise><func:result select="$muted"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<xsl:variable name="front-head">
		<xsl:call-template name="band"><xsl:with-param name="top" select="-$bleed"/><xsl:with-param name="high" select="$bleed + 13"/><xsl:with-param name="color" select="$head-color"/></xsl:call-template>
		<xsl:call-template name="band"><xsl:with-param name="top" select="13.6"/><xsl:with-param name="high" select="0.5"/><xsl:with-param name="color" select="$accent"/></xsl:call-template>
		<xsl:for-each select="/k:conference">
			<xsl:call-template name="badge-place">
				<xsl:with-param name="top" select="2"/>
				<xsl:with-param name="high" select="10"/>
				<xsl:with-param name="size" select="'11pt'"/>
				<xsl:with-param name="content">
					<fo:block color="{$on-primary}" font-family="{$heading-family}" font-weight="bold"><xsl:value-of select="f:pick($event-short)"/></fo:block>
					<xsl:if test="f:has-others($event-short)">
						<fo:block color="{$on-primary}" font-family="{$heading-family}" font-size="0.64em" line-height="1.3"><xsl:call-template name="other-texts"><xsl:with-param name="texts" select="$event-short"/></xsl:call-template></fo:block>
					</xsl:if>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:for-each>
	</xsl:variable>

	<xsl:template name="front">
		<xsl:param name="person"/>
		<xsl:variable name="name" select="f:pick($person/k:name)"/>
		<xsl:variable name="others" select="f:other-names($person)"/>
		<xsl:variable name="home" select="f:home(.)/k:name"/>
		<xsl:copy-of select="$front-head"/>
		<xsl:call-template name="badge-place">
			<xsl:with-param name="top" select="17"/>
			<xsl:with-param name="high" select="14"/>
			<xsl:with-param name="size" select="'30pt'"/>
			<xsl:with-param name="least" select="'12pt'"/>
			<xsl:with-param name="line" select="1.2"/>
			<xsl:with-param name="content">
				<fo:block role="H1" xml:lang="{f:tag(string($name/@xml:lang))}" font-family="{f:family('display')}" font-weight="bold">
					<xsl:call-template name="set-name"><xsl:with-param name="name" select="$name"/></xsl:call-template>
				</fo:block>
			</xsl:with-param>
		</xsl:call-template>
		<xsl:if test="$others">
			<xsl:call-template name="badge-place">
				<xsl:with-param name="top" select="31.5"/>
				<xsl:with-param name="high" select="8"/>
				<xsl:with-param name="size" select="'12pt'"/>
				<xsl:with-param name="least" select="'6pt'"/>
				<xsl:with-param name="content"><fo:block><xsl:call-template name="in-order"><xsl:with-param name="texts" select="$others"/></xsl:call-template></fo:block></xsl:with-param>
			</xsl:call-template>
		</xsl:if>
		<xsl:if test="$home">
			<xsl:call-template name="badge-place">
				<xsl:with-param name="top" select="41"/>
				<xsl:with-param name="high" select="11"/>
				<xsl:with-param name="size" select="'9.5pt'"/>
				<xsl:with-param name="content">
					<fo:block color="{$muted}"><xsl:value-of select="f:pick($home)"/></fo:block>
					<xsl:if test="f:has-others($home)">
						<fo:block color="{$muted}" font-size="0.74em" line-height="1.3"><xsl:call-template name="other-texts"><xsl:with-param name="texts" select="$home"/></xsl:call-template></fo:block>
					</xsl:if>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:if>
		<xsl:call-template name="band"><xsl:with-param name="top" select="$height - 10"/><xsl:with-param name="high" select="10 + $bleed"/><xsl:with-param name="color" select="f:role-color(@role)"/></xsl:call-template>
		<xsl:variable name="role" select="concat('role.', @role)"/>
		<xsl:call-template name="badge-place">
			<xsl:with-param name="top" select="$height - 9.2"/>
			<xsl:with-param name="high" select="7"/>
			<xsl:with-param name="size" select="'12pt'"/>
			<xsl:with-param name="content">
				<fo:block color="{$on-primary}" font-family="{$heading-family}" font-weight="bold" letter-spacing="0.06em"><xsl:call-template name="label-line"><xsl:with-param name="name" select="$role"/><xsl:with-param name="between">&#160;· </xsl:with-param></xsl:call-template></fo:block>
			</xsl:with-param>
		</xsl:call-template>
		<!-- Places take no room on the page; this does, so that the back begins on another. -->
		<fo:block-container height="1mm"><fo:block/></fo:block-container>
	</xsl:template>

	<xsl:variable name="back-event">
		<xsl:for-each select="/k:conference">
			<xsl:variable name="conference" select="."/>
			<xsl:call-template name="band"><xsl:with-param name="top" select="-$bleed"/><xsl:with-param name="high" select="$height + 2 * $bleed"/><xsl:with-param name="color" select="$tint"/></xsl:call-template>
			<xsl:call-template name="band"><xsl:with-param name="top" select="-$bleed"/><xsl:with-param name="high" select="$bleed + 2.4"/><xsl:with-param name="color" select="$head-color"/></xsl:call-template>
			<xsl:if test="string(f:image('mark'))">
				<fo:block-container absolute-position="absolute" left="{$side}mm" top="6.5mm" width="{$width - 2 * $side}mm" height="11mm">
					<fo:block text-align="center" line-height="0pt"><fo:external-graphic c:src="{c:src(f:image('mark'))}" src="url('{f:image('mark')}')" content-height="11mm" role="Artifact"/></fo:block>
				</fo:block-container>
			</xsl:if>
			<xsl:call-template name="badge-place">
				<xsl:with-param name="top" select="19"/>
				<xsl:with-param name="high" select="26"/>
				<xsl:with-param name="size" select="'9pt'"/>
				<xsl:with-param name="line" select="1.4"/>
				<xsl:with-param name="content">
					<xsl:for-each select="$language-list">
						<fo:block xml:lang="{f:tag(string(.))}" space-after="0.4em"><xsl:value-of select="f:pick($conference/k:title, string(.))"/></fo:block>
					</xsl:for-each>
				</xsl:with-param>
			</xsl:call-template>
			<xsl:call-template name="place">
				<xsl:with-param name="left" select="concat($side, 'mm')"/>
				<xsl:with-param name="top" select="'46mm'"/>
				<xsl:with-param name="width" select="concat($width - 2 * $side - 18, 'mm')"/>
				<xsl:with-param name="height" select="'15mm'"/>
				<xsl:with-param name="size" select="'8pt'"/>
				<xsl:with-param name="least" select="'5pt'"/>
				<xsl:with-param name="align" select="'start'"/>
				<xsl:with-param name="display-align" select="'after'"/>
				<xsl:with-param name="content">
					<xsl:for-each select="$language-list">
						<fo:block xml:lang="{f:tag(string(.))}" color="{$muted}"><xsl:value-of select="f:event-dates(string(.))"/><fo:inline color="{$accent}"> · </fo:inline><xsl:value-of select="f:event-city(string(.))"/></fo:block>
					</xsl:for-each>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:for-each>
	</xsl:variable>

	<!-- The code is for the desk at the door: the attendee's name in the data. -->
	<xsl:template name="back">
		<fo:block-container break-before="page" height="1mm"><fo:block/></fo:block-container>
		<xsl:copy-of select="$back-event"/>
		<fo:block-container absolute-position="absolute" left="{$width - $side - 16}mm" top="{$height - 4 - 16}mm" width="16mm" height="16mm">
			<fo:block line-height="0pt"><fo:instream-foreign-object content-width="16mm" content-height="16mm" fox:alt-text="{@xml:id}"><qr:code level="M"><xsl:value-of select="@xml:id"/></qr:code></fo:instream-foreign-object></fo:block>
		</fo:block-container>
	</xsl:template>
</xsl:stylesheet>
