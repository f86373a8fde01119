<?xml version="1.0" encoding="UTF-8"?>
<!-- Attendance: totals by country and institution, then everyone by name. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:exsl="http://exslt.org/common" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="k f exsl str">

	<!-- An attendee with what is looked up once: institution and country of the person unless the attendance says another. -->
	<xsl:variable name="rows">
		<xsl:for-each select="$attendees">
			<xsl:variable name="person" select="key('by-id', @person)"/>
			<xsl:variable name="institution" select="string((@institution | $person/@institution[not(current()/@institution)])[1])"/>
			<xsl:variable name="home" select="key('by-id', $institution)"/>
			<row institution="{$institution}" country="{($home/@country | $person/@country[not($home)])[1]}" role="{@role}">
				<xsl:attribute name="days"><xsl:if test="@days"><xsl:value-of select="concat(' ', normalize-space(@days), ' ')"/></xsl:if></xsl:attribute>
				<xsl:attribute name="sessions"><xsl:if test="@sessions"><xsl:value-of select="concat(' ', normalize-space(@sessions), ' ')"/></xsl:if></xsl:attribute>
				<xsl:attribute name="clusters"><xsl:for-each select="str:tokenize(@sessions)"><xsl:variable name="session" select="string(.)"/><xsl:for-each select="$document"><xsl:for-each select="key('by-id', $session)/@cluster"><xsl:value-of select="concat(' ', ., ' ')"/></xsl:for-each></xsl:for-each></xsl:for-each></xsl:attribute>
				<xsl:attribute name="mode"><xsl:choose><xsl:when test="@mode = 'online'">online</xsl:when><xsl:otherwise>in-person</xsl:otherwise></xsl:choose></xsl:attribute>
			</row>
		</xsl:for-each>
	</xsl:variable>
	<xsl:key name="row-by-institution" match="row" use="@institution"/>
	<xsl:key name="row-by-country" match="row" use="@country"/>

	<xsl:template name="attendance">
		<xsl:if test="$attendees">
			<xsl:call-template name="chapter"><xsl:with-param name="id" select="'attendance'"/></xsl:call-template>
			<xsl:choose>
				<xsl:when test="k:count[@of = 'institutions']">
					<fo:block color="{$muted}" space-after="3mm"><xsl:for-each select="$language-list"><fo:block xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:label('named-only', string(.))"/></fo:block></xsl:for-each></fo:block>
				</xsl:when>
				<xsl:otherwise>
					<xsl:call-template name="by-country"/>
					<xsl:call-template name="by-institution"/>
				</xsl:otherwise>
			</xsl:choose>
			<xsl:call-template name="everyone"/>
		</xsl:if>
	</xsl:template>

	<xsl:template name="count-cells">
		<xsl:param name="counted"/>
		<fo:table-cell xsl:use-attribute-sets="cell" text-align="end"><fo:block><xsl:value-of select="c:number(string(count($counted[@mode = 'in-person'])), $first-language)"/></fo:block></fo:table-cell>
		<fo:table-cell xsl:use-attribute-sets="cell" text-align="end"><fo:block><xsl:value-of select="c:number(string(count($counted[@mode = 'online'])), $first-language)"/></fo:block></fo:table-cell>
		<fo:table-cell xsl:use-attribute-sets="cell" text-align="end"><fo:block font-weight="bold"><xsl:value-of select="c:number(string(count($counted)), $first-language)"/></fo:block></fo:table-cell>
	</xsl:template>

	<xsl:template name="count-columns">
		<fo:table-column column-width="21mm" number-columns-repeated="3"/>
	</xsl:template>

	<xsl:template name="count-heads">
		<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'in-person'"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
		<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'online'"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
		<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'total'"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
	</xsl:template>

	<xsl:template name="total-row">
		<xsl:param name="columns"/>
		<xsl:variable name="all" select="exsl:node-set($rows)/row"/>
		<fo:table-row keep-with-previous.within-page="always">
			<fo:table-cell xsl:use-attribute-sets="total-cell" number-columns-spanned="{$columns}"><fo:block><xsl:call-template name="label-line"><xsl:with-param name="name" select="'total'"/></xsl:call-template></fo:block></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="total-cell" text-align="end"><fo:block><xsl:value-of select="c:number(string(count($all[@mode = 'in-person'])), $first-language)"/></fo:block></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="total-cell" text-align="end"><fo:block><xsl:value-of select="c:number(string(count($all[@mode = 'online'])), $first-language)"/></fo:block></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="total-cell" text-align="end"><fo:block color="{$primary}"><xsl:value-of select="c:number(string(count($all)), $first-language)"/></fo:block></fo:table-cell>
		</fo:table-row>
	</xsl:template>

	<xsl:template name="by-country">
		<xsl:call-template name="heading"><xsl:with-param name="label" select="'by-country'"/></xsl:call-template>
		<fo:table xsl:use-attribute-sets="table" keep-together.within-page="always">
			<fo:table-column column-width="proportional-column-width(1)"/>
			<xsl:call-template name="count-columns"/>
			<fo:table-header><fo:table-row>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'country'"/></xsl:call-template>
				<xsl:call-template name="count-heads"/>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<xsl:for-each select="exsl:node-set($rows)/row[generate-id() = generate-id(key('row-by-country', @country)[1])]">
					<xsl:sort select="count(key('row-by-country', @country))" data-type="number" order="descending"/>
					<xsl:variable name="country" select="string(@country)"/>
					<fo:table-row>
						<fo:table-cell xsl:use-attribute-sets="cell"><fo:block>
							<xsl:for-each select="$language-list"><xsl:if test="position() > 1"><fo:inline color="{$accent}"> · </fo:inline></xsl:if><fo:inline xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:country($country, string(.))"/></fo:inline></xsl:for-each>
						</fo:block></fo:table-cell>
						<xsl:call-template name="count-cells"><xsl:with-param name="counted" select="key('row-by-country', $country)"/></xsl:call-template>
					</fo:table-row>
				</xsl:for-each>
				<xsl:call-template name="total-row"><xsl:with-param name="columns" select="1"/></xsl:call-template>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="by-institution">
		<xsl:call-template name="heading"><xsl:with-param name="label" select="'by-institution'"/></xsl:call-template>
		<fo:table xsl:use-attribute-sets="table">
			<fo:table-column column-width="11mm"/>
			<fo:table-column column-width="proportional-column-width(1)"/>
			<xsl:call-template name="count-columns"/>
			<fo:table-header><fo:table-row>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'number'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'institution'"/></xsl:call-template>
				<xsl:call-template name="count-heads"/>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<xsl:for-each select="k:institutions/k:institution">
					<xsl:sort select="@country" order="descending"/>
					<xsl:sort select="f:pick(k:name)" lang="{$first-language}"/>
					<xsl:variable name="institution" select="."/>
					<xsl:variable name="number" select="position()"/>
					<fo:table-row keep-together.within-page="always" c:src="{c:src(.)}">
						<fo:table-cell xsl:use-attribute-sets="cell" text-align="center"><fo:block color="{$muted}"><xsl:value-of select="$number"/></fo:block></fo:table-cell>
						<fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:name"/></xsl:call-template></fo:table-cell>
						<xsl:for-each select="exsl:node-set($rows)">
							<xsl:call-template name="count-cells"><xsl:with-param name="counted" select="key('row-by-institution', $institution/@xml:id)"/></xsl:call-template>
						</xsl:for-each>
					</fo:table-row>
				</xsl:for-each>
				<xsl:call-template name="total-row"><xsl:with-param name="columns" select="2"/></xsl:call-template>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="everyone">
		<xsl:call-template name="heading"><xsl:with-param name="label" select="'list'"/></xsl:call-template>
		<xsl:call-template name="attendee-table"/>
	</xsl:template>

	<xsl:template name="attendee-table">
		<fo:table xsl:use-attribute-sets="table" font-size="{$small-size} * 0.94" line-height="1.28">
			<fo:table-column column-width="12mm"/>
			<fo:table-column column-width="proportional-column-width({35 + 12 * number(count($language-list) > 1)})"/>
			<fo:table-column column-width="proportional-column-width({50 - 12 * number(count($language-list) > 1)})"/>
			<fo:table-column column-width="proportional-column-width(15)"/>
			<fo:table-header><fo:table-row>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'number'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'name'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'institution'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'role'"/></xsl:call-template>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<xsl:for-each select="$attendees">
					<xsl:sort select="concat(f:pick(key('by-id', @person)/k:name)/@sort, substring(f:pick(key('by-id', @person)/k:name), 1 div not(f:pick(key('by-id', @person)/k:name)/@sort)))" lang="{$first-language}"/>
					<xsl:call-template name="attendee-row"/>
				</xsl:for-each>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<!-- As a rule one line in Chinese, two in other languages: everyone has to be found, nobody has to be read. -->
	<xsl:template name="attendee-row">
		<xsl:variable name="person" select="key('by-id', @person)"/>
		<xsl:variable name="institution" select="key('by-id', (@institution | $person/@institution[not(current()/@institution)])[1])"/>
		<fo:table-row keep-together.within-page="always" c:src="{c:src(.)}">
			<fo:table-cell xsl:use-attribute-sets="list-cell" text-align="end"><fo:block color="{$muted}"><xsl:value-of select="position()"/></fo:block></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="list-cell">
				<fo:block font-weight="bold"><xsl:call-template name="person-names"><xsl:with-param name="person" select="$person"/></xsl:call-template></fo:block>
			</fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="list-cell">
				<fo:block>
					<xsl:call-template name="text"><xsl:with-param name="texts" select="$institution/k:name"/></xsl:call-template>
					<xsl:if test="not($institution)"><xsl:value-of select="f:country($person/@country)"/></xsl:if>
					<xsl:if test="$person/k:post and $first-language = 'zh'">
						<xsl:text>　</xsl:text><fo:inline color="{$muted}" keep-together.within-line="always"><xsl:call-template name="text"><xsl:with-param name="texts" select="$person/k:post"/></xsl:call-template></fo:inline>
					</xsl:if>
				</fo:block>
				<xsl:if test="$person/k:post and $first-language != 'zh'">
					<fo:block color="{$muted}"><xsl:call-template name="text"><xsl:with-param name="texts" select="$person/k:post"/></xsl:call-template></fo:block>
				</xsl:if>
			</fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="list-cell">
				<fo:block>
					<xsl:value-of select="f:label(concat('role.', @role))"/>
					<xsl:if test="@mode = 'online'"><fo:inline color="{$second}"><xsl:text>　</xsl:text><xsl:value-of select="f:label('online')"/></fo:inline></xsl:if>
				</fo:block>
			</fo:table-cell>
		</fo:table-row>
	</xsl:template>

	<xsl:attribute-set name="list-cell" use-attribute-sets="cell">
		<xsl:attribute name="padding">0.5mm 1.2mm</xsl:attribute>
	</xsl:attribute-set>
</xsl:stylesheet>
