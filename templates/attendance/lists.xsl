<?xml version="1.0" encoding="UTF-8"?>
<!-- Participants by institution, and the sheet to sign. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:svg="http://www.w3.org/2000/svg" xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f exsl">

	<xsl:key name="attendee-by-home" match="k:attendee" use="concat(@institution, substring(key('by-id', @person)/@institution, 1 div not(@institution)))"/>

	<xsl:template name="list-by-institution">
		<xsl:call-template name="chapter"><xsl:with-param name="id" select="'list-by-institution'"/></xsl:call-template>
		<fo:block font-size="{$table-size}" line-height="1.45" text-align="start" hyphenate="false">
			<xsl:for-each select="k:institutions/k:institution[key('attendee-by-home', @xml:id)]">
				<xsl:sort select="@country" order="descending"/>
				<xsl:sort select="f:pick(k:name)" lang="{$first-language}"/>
				<xsl:call-template name="institution-names"><xsl:with-param name="title"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:name"/><xsl:with-param name="weight" select="'bold'"/></xsl:call-template></xsl:with-param><xsl:with-param name="members" select="key('attendee-by-home', @xml:id)"/></xsl:call-template>
			</xsl:for-each>
			<xsl:if test="key('attendee-by-home', '')">
				<xsl:call-template name="institution-names"><xsl:with-param name="title"><fo:block font-weight="bold"><xsl:call-template name="label-line"><xsl:with-param name="name" select="'no-institution'"/></xsl:call-template></fo:block></xsl:with-param><xsl:with-param name="members" select="key('attendee-by-home', '')"/></xsl:call-template>
			</xsl:if>
		</fo:block>
	</xsl:template>

	<!-- An institution, how many came, and their names in running text. -->
	<xsl:template name="institution-names">
		<xsl:param name="title"/>
		<xsl:param name="members"/>
		<fo:block space-before="3mm" c:src="{c:src(.)}">
			<fo:block color="{$primary}" keep-together.within-page="always" keep-with-next.within-page="always" border-bottom="0.4pt solid {$rule}" space-after="0.8mm"><xsl:copy-of select="$title"/></fo:block>
			<fo:block orphans="2" widows="2">
				<xsl:for-each select="$members">
					<xsl:sort select="concat(f:pick(key('by-id', @person)/k:name)/@sort, substring(f:pick(key('by-id', @person)/k:name), 1 div not(f:pick(key('by-id', @person)/k:name)/@sort)))" lang="{$first-language}"/>
					<xsl:if test="position() > 1"><xsl:choose><xsl:when test="$first-language = 'zh' and not($other-languages)">、</xsl:when><xsl:otherwise>; </xsl:otherwise></xsl:choose></xsl:if>
					<xsl:call-template name="person-names"><xsl:with-param name="person" select="key('by-id', @person)"/></xsl:call-template>
				</xsl:for-each>
				<fo:inline color="{$muted}"><xsl:call-template name="bracketed"><xsl:with-param name="text" select="c:number(string(count($members)), $first-language)"/></xsl:call-template></fo:inline>
			</fo:block>
		</fo:block>
	</xsl:template>

	<!-- ==== the sheet ==== -->

	<xsl:template name="sheet">
		<xsl:variable name="of" select="k:programme/k:session[@xml:id = $session]"/>
		<xsl:call-template name="chapter"><xsl:with-param name="id" select="'sheet'"/></xsl:call-template>
		<xsl:for-each select="$of">
			<fo:block space-after="3mm" keep-with-next.within-page="always"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/><xsl:with-param name="weight" select="'bold'"/></xsl:call-template>
				<fo:block color="{$muted}"><xsl:value-of select="f:date(@date)"/><xsl:if test="@start"><xsl:text>　</xsl:text><xsl:value-of select="@start"/>–<xsl:value-of select="@end"/></xsl:if></fo:block>
			</fo:block>
		</xsl:for-each>
		<xsl:variable name="token" select="concat(' ', $session, ' ')"/>
		<fo:table xsl:use-attribute-sets="table">
			<fo:table-column column-width="12mm"/>
			<fo:table-column column-width="proportional-column-width(32)"/>
			<fo:table-column column-width="proportional-column-width(40)"/>
			<fo:table-column column-width="proportional-column-width(28)"/>
			<fo:table-header><fo:table-row>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'number'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'name'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'institution'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'signature'"/></xsl:call-template>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<xsl:for-each select="$attendees[not(@mode = 'online')][$session = '' or contains(concat(' ', @sessions, ' '), $token)]">
					<xsl:sort select="concat(f:pick(key('by-id', @person)/k:name)/@sort, substring(f:pick(key('by-id', @person)/k:name), 1 div not(f:pick(key('by-id', @person)/k:name)/@sort)))" lang="{$first-language}"/>
					<xsl:variable name="person" select="key('by-id', @person)"/>
					<fo:table-row height="9mm" keep-together.within-page="always" c:src="{c:src(.)}">
						<fo:table-cell xsl:use-attribute-sets="sheet-cell" text-align="end"><fo:block color="{$muted}"><xsl:value-of select="position()"/></fo:block></fo:table-cell>
						<fo:table-cell xsl:use-attribute-sets="sheet-cell"><fo:block><xsl:call-template name="person-names"><xsl:with-param name="person" select="$person"/></xsl:call-template></fo:block></fo:table-cell>
						<fo:table-cell xsl:use-attribute-sets="sheet-cell"><fo:block font-size="{$small-size}" line-height="1.3"><xsl:call-template name="text"><xsl:with-param name="texts" select="key('by-id', (@institution | $person/@institution[not(current()/@institution)])[1])/k:name"/></xsl:call-template></fo:block></fo:table-cell>
						<fo:table-cell xsl:use-attribute-sets="sheet-cell"><fo:block/></fo:table-cell>
					</fo:table-row>
				</xsl:for-each>
				<xsl:call-template name="empty-lines"><xsl:with-param name="count" select="number($empty-lines)"/></xsl:call-template>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="empty-lines">
		<xsl:param name="count"/>
		<xsl:if test="$count > 0">
			<fo:table-row height="9mm"><fo:table-cell xsl:use-attribute-sets="sheet-cell"><fo:block/></fo:table-cell><fo:table-cell xsl:use-attribute-sets="sheet-cell"><fo:block/></fo:table-cell><fo:table-cell xsl:use-attribute-sets="sheet-cell"><fo:block/></fo:table-cell><fo:table-cell xsl:use-attribute-sets="sheet-cell"><fo:block/></fo:table-cell></fo:table-row>
			<xsl:call-template name="empty-lines"><xsl:with-param name="count" select="$count - 1"/></xsl:call-template>
		</xsl:if>
	</xsl:template>

	<xsl:attribute-set name="sheet-cell">
		<xsl:attribute name="padding">0.6mm 1.2mm</xsl:attribute>
		<xsl:attribute name="border">0.4pt solid <xsl:value-of select="$muted"/></xsl:attribute>
		<xsl:attribute name="display-align">center</xsl:attribute>
	</xsl:attribute-set>
</xsl:stylesheet>
