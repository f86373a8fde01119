<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of minutes: what they are of, when and where, who presided, who kept them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<xsl:variable name="presided" select="$of/k:chair | /k:conference[not($of/k:chair)]/k:chair"/>
	<xsl:variable name="kept" select="$of/k:secretary | /k:conference[not($of/k:secretary)]/k:secretary"/>

	<xsl:template name="title-block">
		<xsl:if test="$official"><xsl:call-template name="letterhead"><xsl:with-param name="above" select="4"/></xsl:call-template></xsl:if>
		<fo:block font-family="{$heading-family}" hyphenate="false" text-align="{f:choice('chapters')}">
			<xsl:if test="not($official)">
				<xsl:attribute name="border-top">3pt solid <xsl:value-of select="$primary"/></xsl:attribute>
				<xsl:attribute name="padding-top">4mm</xsl:attribute>
			</xsl:if>
			<fo:marker marker-class-name="chapter"><xsl:value-of select="f:label('minutes')"/></fo:marker>
			<fo:block font-size="{f:size('heading-3')}" line-height="1.4" color="{$second}" c:src="{c:src(k:title[1])}"><xsl:call-template name="text"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></fo:block>
			<xsl:if test="f:has-others(k:title)">
				<fo:block font-size="{$small-size}" line-height="1.4" color="{$muted}"><xsl:call-template name="other-texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></fo:block>
			</xsl:if>
			<fo:block role="H1" font-family="{f:family('display')}" font-weight="bold" font-size="{f:size('display')}" line-height="1.3" color="{$primary}" space-before="5mm"><xsl:value-of select="f:label('minutes')"/></fo:block>
			<xsl:if test="$other-languages">
				<fo:block font-size="{f:size('heading-2')}" line-height="1.4" color="{$muted}"><xsl:call-template name="other-texts"><xsl:with-param name="texts" select="f:labels('minutes')"/></xsl:call-template></fo:block>
			</xsl:if>
			<xsl:for-each select="$of">
				<fo:block role="H2" c:src="{c:src(.)}" font-size="{f:size('heading-2')}" line-height="1.4" font-weight="bold" color="{$ink}" space-before="3mm"><xsl:call-template name="text"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></fo:block>
				<xsl:if test="f:has-others(k:title)"><fo:block font-size="{$text-size}" line-height="1.4" color="{$muted}"><xsl:call-template name="other-texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></fo:block></xsl:if>
			</xsl:for-each>
		</fo:block>
		<xsl:choose>
			<xsl:when test="$official"><fo:block space-before="8mm" line-height="0pt" keep-with-next.within-page="always"/></xsl:when>
			<xsl:otherwise><fo:block border-top="1.5pt solid {$accent}" space-before="4mm" space-after="5mm" line-height="0pt" end-indent="75%" keep-with-next.within-page="always"/></xsl:otherwise>
		</xsl:choose>
		<fo:table xsl:use-attribute-sets="table">
			<fo:table-column column-width="38mm"/>
			<fo:table-column column-width="proportional-column-width(1)"/>
			<fo:table-body>
				<xsl:choose>
					<xsl:when test="$of"><xsl:call-template name="fact"><xsl:with-param name="label" select="'dates'"/><xsl:with-param name="items" select="$of"/></xsl:call-template></xsl:when>
					<xsl:otherwise><xsl:call-template name="fact"><xsl:with-param name="label" select="'dates'"/><xsl:with-param name="dates" select="."/></xsl:call-template></xsl:otherwise>
				</xsl:choose>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'place'"/><xsl:with-param name="items" select="k:place"/></xsl:call-template>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'room'"/><xsl:with-param name="items" select="key('by-id', $of/@room)"/></xsl:call-template>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'hosts'"/><xsl:with-param name="items" select="k:host[not($of)]"/></xsl:call-template>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'chair'"/><xsl:with-param name="items" select="$presided"/></xsl:call-template>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'secretary'"/><xsl:with-param name="items" select="$kept"/></xsl:call-template>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template match="k:session" mode="fact">
		<xsl:variable name="it" select="."/>
		<xsl:for-each select="$language-list">
			<fo:block xml:lang="{f:tag(string(.))}">
				<xsl:if test="position() > 1"><xsl:attribute name="color"><xsl:value-of select="$muted"/></xsl:attribute></xsl:if>
				<xsl:value-of select="f:date($it/@date, string(.))"/>
				<xsl:if test="position() = 1 and $it/@start"><xsl:text>　</xsl:text><xsl:value-of select="f:hours($it)"/></xsl:if>
			</fo:block>
		</xsl:for-each>
	</xsl:template>
	<xsl:template match="k:room" mode="fact"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:name"/></xsl:call-template></xsl:template>
</xsl:stylesheet>
