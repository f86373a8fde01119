<?xml version="1.0" encoding="UTF-8"?>
<!-- Certificates, one for each person: of attendance, for speakers, for organisers, for awards.
     What is too long for its place is set smaller, then broken, then reported: nothing covers its neighbour. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<xsl:include href="common/theme.xsl"/>
	<xsl:include href="common/language.xsl"/>
	<xsl:include href="common/names.xsl"/>
	<xsl:include href="common/records.xsl"/>
	<xsl:include href="certificate/places.xsl"/>
	<xsl:include href="certificate/statement.xsl"/>
	<xsl:include href="certificate/foot.xsl"/>

	<!-- Whom they are for: attendance (everybody), speaker, organiser or award. -->
	<xsl:param name="kind" select="'attendance'"/>
	<!-- How the sheet of A4 lies: landscape or portrait. -->
	<xsl:param name="orientation" select="'landscape'"/>

	<xsl:output method="xml" encoding="UTF-8"/>
	<xsl:strip-space elements="k:conference k:programme k:session k:speech k:talk k:attendance k:attendee k:award k:persons k:person k:institutions k:institution"/>

	<!-- A record is an attendee, the speaker of a speech or talk, or an award. -->
	<xsl:variable name="attendees" select="/k:conference/k:attendance/k:attendee"/>
	<xsl:variable name="records" select="$attendees[$kind = 'attendance']
		| $attendees[$kind = 'organiser' and (@role = 'organiser' or @role = 'secretariat' or @role = 'volunteer')]
		| /k:conference[$kind = 'speaker']/k:programme//k:speaker
		| $attendees[$kind = 'award']/k:award"/>

	<!-- What is the same on every certificate is made once. -->
	<xsl:variable name="before-names">
		<xsl:for-each select="/k:conference">
			<xsl:if test="not(string($frame))"><xsl:call-template name="plain-frame"/></xsl:if>
			<xsl:call-template name="head"/>
			<xsl:call-template name="intro"/>
		</xsl:for-each>
	</xsl:variable>
	<xsl:variable name="after-statements">
		<xsl:for-each select="/k:conference">
			<xsl:call-template name="seal"/>
			<xsl:call-template name="signatures"/>
			<xsl:call-template name="notice"/>
		</xsl:for-each>
	</xsl:variable>

	<xsl:template match="/k:conference">
		<xsl:call-template name="check-languages"/>
		<xsl:if test="not($kind = 'attendance' or $kind = 'speaker' or $kind = 'organiser' or $kind = 'award')">
			<xsl:message terminate="yes">kind: expected attendance, speaker, organiser or award, got '<xsl:value-of select="$kind"/>'</xsl:message>
		</xsl:if>
		<xsl:if test="not($orientation = 'landscape' or $orientation = 'portrait')">
			<xsl:message terminate="yes">orientation: expected landscape or portrait, got '<xsl:value-of select="$orientation"/>'</xsl:message>
		</xsl:if>
		<xsl:call-template name="check-records"/>
		<fo:root c:records="{count($records)}" xml:lang="{f:tag($first-language)}" font-family="{$text-family}" font-size="{$text-size}" color="{$ink}">
			<fo:layout-master-set>
				<fo:simple-page-master master-name="certificate" page-width="{$paper-width}mm" page-height="{$paper-height}mm">
					<fo:region-body>
						<xsl:if test="string($frame)">
							<xsl:attribute name="background-image">url('<xsl:value-of select="$frame"/>')</xsl:attribute>
							<xsl:attribute name="background-repeat">no-repeat</xsl:attribute>
							<xsl:attribute name="c:src"><xsl:value-of select="c:src($frame)"/></xsl:attribute>
						</xsl:if>
					</fo:region-body>
				</fo:simple-page-master>
			</fo:layout-master-set>
			<xsl:call-template name="record-metadata"><xsl:with-param name="what" select="f:label(concat('certificate.', $kind))"/></xsl:call-template>
			<xsl:for-each select="$records[position() >= $record-first and position() &lt;= $record-last]">
				<xsl:call-template name="certificate">
					<xsl:with-param name="person" select="id((@person | ../@person[not(current()/@person)])[1])"/>
				</xsl:call-template>
			</xsl:for-each>
		</fo:root>
	</xsl:template>

	<!-- What a file of its own is called by, unlike any other record's. -->
	<xsl:template name="record-id">
		<xsl:choose>
			<xsl:when test="self::k:attendee"><xsl:value-of select="@xml:id"/></xsl:when>
			<xsl:when test="self::k:award"><xsl:value-of select="concat(../@xml:id, '-', count(preceding-sibling::k:award) + 1)"/></xsl:when>
			<xsl:otherwise>
				<xsl:variable name="mine" select="generate-id(..)"/>
				<xsl:value-of select="@person"/>
				<xsl:for-each select="key('talks', @person)"><xsl:if test="generate-id() = $mine">-<xsl:value-of select="position()"/></xsl:if></xsl:for-each>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template name="certificate">
		<xsl:param name="person"/>
		<xsl:variable name="id"><xsl:call-template name="record-id"/></xsl:variable>
		<xsl:if test="not($person/k:name)">
			<xsl:message>error: there is no name for the certificate '<xsl:value-of select="$id"/>'</xsl:message>
		</xsl:if>
		<xsl:variable name="given"><xsl:call-template name="serial"/></xsl:variable>
		<xsl:variable name="serial" select="c:serial(concat($kind, '/', $id), string($given))"/>
		<xsl:variable name="signed" select="c:statement($serial, f:pick($person/k:name), f:event($first-language), $document/k:conference/@to)"/>
		<fo:page-sequence master-reference="certificate" id="{$id}" c:src="{c:src(.)}">
			<xsl:if test="$signed"><xsl:attribute name="c:statement"><xsl:value-of select="$signed"/></xsl:attribute></xsl:if>
			<fo:title><xsl:value-of select="f:pick($person/k:name)"/></fo:title>
			<fo:flow flow-name="xsl-region-body">
				<xsl:copy-of select="$before-names"/>
				<xsl:call-template name="names"><xsl:with-param name="person" select="$person"/></xsl:call-template>
				<xsl:call-template name="statements"><xsl:with-param name="person" select="$person"/></xsl:call-template>
				<xsl:copy-of select="$after-statements"/>
				<xsl:call-template name="code"><xsl:with-param name="person" select="$person"/><xsl:with-param name="serial" select="$serial"/><xsl:with-param name="signed" select="$signed"/></xsl:call-template>
			</fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<xsl:template name="head">
		<xsl:variable name="alliance" select="$document/k:conference/k:alliance/k:name"/>
		<xsl:if test="string(f:image('mark'))">
			<fo:block-container absolute-position="absolute" left="{$inner-left}" width="{$inner-width}" top="{$mark-top}" height="{$mark-height}">
				<fo:block text-align="center" line-height="0pt">
					<fo:external-graphic c:src="{c:src(f:image('mark'))}" src="url('{f:image('mark')}')" content-height="{$mark-height}" role="Artifact"/>
				</fo:block>
			</fo:block-container>
		</xsl:if>
		<xsl:if test="$alliance">
			<xsl:call-template name="inner-place">
				<xsl:with-param name="top" select="$alliance-top"/>
				<xsl:with-param name="height" select="'6mm'"/>
				<xsl:with-param name="size" select="'9pt'"/>
				<xsl:with-param name="content">
					<fo:block color="{$muted}" letter-spacing="0.04em">
						<xsl:call-template name="in-all-languages"><xsl:with-param name="texts" select="$alliance"/></xsl:call-template>
					</fo:block>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:if>
		<xsl:call-template name="title"/>
	</xsl:template>

	<xsl:template name="title">
		<xsl:variable name="label" select="concat('certificate.', $kind)"/>
		<xsl:call-template name="inner-place">
			<xsl:with-param name="top" select="$title-top"/>
			<xsl:with-param name="height" select="$title-height"/>
			<xsl:with-param name="size" select="$title-size"/>
			<xsl:with-param name="least" select="'20pt'"/>
			<xsl:with-param name="line" select="1.15"/>
			<xsl:with-param name="content">
				<fo:block role="H1" font-family="{f:family('display')}" font-weight="bold" color="{$head-color}">
					<xsl:attribute name="letter-spacing"><xsl:choose><xsl:when test="$first-language = 'zh'">0.3em</xsl:when><xsl:otherwise>0.03em</xsl:otherwise></xsl:choose></xsl:attribute>
					<xsl:value-of select="f:label($label)"/>
				</fo:block>
			</xsl:with-param>
		</xsl:call-template>
		<xsl:if test="$other-languages">
			<xsl:call-template name="inner-place">
				<xsl:with-param name="top" select="$subtitle-top"/>
				<xsl:with-param name="height" select="'7mm'"/>
				<xsl:with-param name="size" select="'12pt'"/>
				<xsl:with-param name="content">
					<fo:block color="{$accent}" letter-spacing="0.12em" text-transform="uppercase">
						<xsl:call-template name="other-texts"><xsl:with-param name="texts" select="f:labels($label)"/><xsl:with-param name="between">&#160;· </xsl:with-param></xsl:call-template>
					</fo:block>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:if>
	</xsl:template>

	<xsl:template name="intro">
		<xsl:call-template name="inner-place">
			<xsl:with-param name="top" select="$intro-top"/>
			<xsl:with-param name="height" select="'6mm'"/>
			<xsl:with-param name="content">
				<fo:block color="{$muted}">
					<xsl:call-template name="in-all-languages"><xsl:with-param name="texts" select="f:labels(concat('certificate.', $kind, '.intro'))"/></xsl:call-template>
				</fo:block>
			</xsl:with-param>
		</xsl:call-template>
	</xsl:template>

	<xsl:template name="names">
		<xsl:param name="person"/>
		<xsl:variable name="name" select="f:pick($person/k:name)"/>
		<xsl:call-template name="inner-place">
			<xsl:with-param name="top" select="$name-top"/>
			<xsl:with-param name="height" select="$name-height"/>
			<xsl:with-param name="size" select="$name-size"/>
			<xsl:with-param name="least" select="'18pt'"/>
			<xsl:with-param name="line" select="1.2"/>
			<xsl:with-param name="content">
				<fo:block role="H2" xml:lang="{f:tag(string($name/@xml:lang))}" font-family="{f:family('name')}" color="{$ink}">
					<xsl:call-template name="set-name"><xsl:with-param name="name" select="$name"/></xsl:call-template>
				</fo:block>
			</xsl:with-param>
		</xsl:call-template>
		<xsl:variable name="others" select="f:other-names($person)"/>
		<xsl:if test="$others">
			<xsl:call-template name="inner-place">
				<xsl:with-param name="top" select="$others-top"/>
				<xsl:with-param name="height" select="'8mm'"/>
				<xsl:with-param name="size" select="'14pt'"/>
				<xsl:with-param name="least" select="'8pt'"/>
				<xsl:with-param name="content">
					<fo:block color="{$ink}"><xsl:call-template name="in-order"><xsl:with-param name="texts" select="$others"/></xsl:call-template></fo:block>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:if>
		<fo:block-container absolute-position="absolute" left="{$paper-width div 2 - 32}mm" width="64mm" top="{$rule-top}" height="1mm">
			<fo:block line-height="0pt" border-top="0.6pt solid {$accent}"/>
		</fo:block-container>
	</xsl:template>

	<xsl:template name="in-all-languages">
		<xsl:param name="texts"/>
		<xsl:call-template name="in-order">
			<xsl:with-param name="texts" select="$texts[@xml:lang = $language-list and not(. = preceding-sibling::*[name() = name(current())][@xml:lang = $language-list])]"/>
		</xsl:call-template>
	</xsl:template>
</xsl:stylesheet>
