<?xml version="1.0" encoding="UTF-8"?>
<!-- Attendance in figures: each table has its bars beside its numbers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:svg="http://www.w3.org/2000/svg" xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f exsl">

	<xsl:variable name="people" select="exsl:node-set($rows)/row"/>
	<xsl:variable name="all" select="count($people)"/>
	<xsl:key name="row-by-role" match="row" use="@role"/>

	<xsl:template name="totals">
		<xsl:call-template name="chapter"><xsl:with-param name="id" select="'totals'"/></xsl:call-template>
		<xsl:choose>
			<!-- Those listed are not those who came: shares of them would mislead. -->
			<xsl:when test="k:count[@of = 'persons' or @of = 'institutions']">
				<xsl:variable name="figures"><xsl:for-each select="k:count[@of = 'persons' and not(@country or @cluster)]"><figure name="participants"><xsl:value-of select="."/></figure></xsl:for-each><xsl:for-each select="k:count[@of = 'online' and not(@country or @cluster)]"><figure name="online"><xsl:value-of select="."/></figure></xsl:for-each><xsl:for-each select="k:count[@of = 'institutions' and (@country = 'CN' or @country = 'BY')]"><figure name="{@country}"><xsl:value-of select="."/></figure></xsl:for-each></xsl:variable>
				<xsl:if test="exsl:node-set($figures)/*"><xsl:call-template name="figure-band"><xsl:with-param name="figures" select="exsl:node-set($figures)/*"/></xsl:call-template></xsl:if>
				<fo:block color="{$muted}" space-after="3mm"><xsl:for-each select="$language-list"><fo:block xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:label('named-only', string(.))"/></fo:block></xsl:for-each></fo:block>
			</xsl:when>
			<xsl:otherwise>
				<xsl:call-template name="total-figures"/>
				<xsl:call-template name="totals-by-country"/>
				<xsl:call-template name="totals-by-day"/>
				<xsl:call-template name="totals-by-role"/>
				<xsl:call-template name="totals-by-cluster"/>
				<xsl:call-template name="totals-by-session"/>
				<xsl:call-template name="totals-by-institution"/>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template name="total-figures">
		<xsl:variable name="figures">
			<figure name="participants"><xsl:value-of select="$all"/></figure>
			<figure name="online"><xsl:value-of select="count($people[@mode = 'online'])"/></figure>
			<figure name="countries"><xsl:value-of select="count($people[@country != '' and generate-id() = generate-id(key('row-by-country', @country)[1])])"/></figure>
			<figure name="institutions"><xsl:value-of select="count($people[@institution != '' and generate-id() = generate-id(key('row-by-institution', @institution)[1])])"/></figure>
		</xsl:variable>
		<xsl:call-template name="figure-band"><xsl:with-param name="figures" select="exsl:node-set($figures)/*[. > 0]"/></xsl:call-template>
	</xsl:template>

	<!-- ==== tables with bars ==== -->

	<xsl:template name="bar-table-head">
		<xsl:param name="label"/>
		<fo:table-column column-width="proportional-column-width(1)"/>
		<fo:table-column column-width="36mm"/>
		<fo:table-column column-width="16.5mm"/>
		<fo:table-column column-width="16mm"/>
		<fo:table-column column-width="14mm"/>
		<fo:table-column column-width="15mm"/>
		<fo:table-header><fo:table-row>
			<fo:table-cell xsl:use-attribute-sets="head-cell" number-columns-spanned="2"><xsl:call-template name="labels"><xsl:with-param name="name" select="$label"/><xsl:with-param name="quiet" select="$on-header"/></xsl:call-template></fo:table-cell>
			<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'in-person'"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
			<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'online'"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
			<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'total'"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
			<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'share'"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
		</fo:table-row></fo:table-header>
	</xsl:template>

	<!-- What is counted is told by what; max: how many fill the bar's place. -->
	<xsl:template name="bar-row">
		<xsl:param name="what"/>
		<xsl:param name="counted"/>
		<xsl:param name="max" select="$all"/>
		<xsl:variable name="here" select="count($counted[@mode = 'in-person'])"/>
		<xsl:variable name="online" select="count($counted[@mode = 'online'])"/>
		<fo:table-row keep-together.within-page="always">
			<fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:copy-of select="$what"/></fo:block></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="cell" display-align="center"><xsl:call-template name="bar"><xsl:with-param name="first" select="$here"/><xsl:with-param name="second" select="$online"/><xsl:with-param name="max" select="$max"/><xsl:with-param name="width" select="32"/></xsl:call-template></fo:table-cell>
			<xsl:call-template name="number-cell"><xsl:with-param name="number" select="$here"/></xsl:call-template>
			<xsl:call-template name="number-cell"><xsl:with-param name="number" select="$online"/></xsl:call-template>
			<xsl:call-template name="number-cell"><xsl:with-param name="number" select="$here + $online"/><xsl:with-param name="weight" select="'bold'"/></xsl:call-template>
			<fo:table-cell xsl:use-attribute-sets="cell" text-align="end"><fo:block><xsl:value-of select="f:share($here + $online, $all)"/></fo:block></fo:table-cell>
		</fo:table-row>
	</xsl:template>

	<xsl:template name="number-cell">
		<xsl:param name="number"/>
		<xsl:param name="weight" select="'normal'"/>
		<fo:table-cell xsl:use-attribute-sets="cell" text-align="end"><fo:block font-weight="{$weight}"><xsl:value-of select="c:number(string($number), $first-language)"/></fo:block></fo:table-cell>
	</xsl:template>

	<xsl:template name="bar-total">
		<fo:table-row keep-with-previous.within-page="always">
			<fo:table-cell xsl:use-attribute-sets="total-cell" number-columns-spanned="2"><fo:block><xsl:call-template name="label-line"><xsl:with-param name="name" select="'total'"/></xsl:call-template></fo:block></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="total-cell" text-align="end"><fo:block><xsl:value-of select="c:number(string(count($people[@mode = 'in-person'])), $first-language)"/></fo:block></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="total-cell" text-align="end"><fo:block><xsl:value-of select="c:number(string(count($people[@mode = 'online'])), $first-language)"/></fo:block></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="total-cell" text-align="end"><fo:block color="{$primary}"><xsl:value-of select="c:number(string($all), $first-language)"/></fo:block></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="total-cell" text-align="end"><fo:block><xsl:value-of select="f:share($all, $all)"/></fo:block></fo:table-cell>
		</fo:table-row>
	</xsl:template>

	<xsl:template name="label-texts">
		<xsl:param name="name"/>
		<xsl:call-template name="label-line"><xsl:with-param name="name" select="$name"/></xsl:call-template>
	</xsl:template>

	<xsl:template name="totals-by-country">
		<xsl:call-template name="heading"><xsl:with-param name="label" select="'by-country'"/></xsl:call-template>
		<xsl:call-template name="bar-legend"/>
		<fo:table xsl:use-attribute-sets="table" keep-together.within-page="always">
			<xsl:if test="count($people[generate-id() = generate-id(key('row-by-country', @country)[1])]) &lt;= 12"><xsl:attribute name="keep-together.within-page">always</xsl:attribute></xsl:if>
			<xsl:call-template name="bar-table-head"><xsl:with-param name="label" select="'country'"/></xsl:call-template>
			<fo:table-body>
				<xsl:for-each select="$people[generate-id() = generate-id(key('row-by-country', @country)[1])]">
					<xsl:sort select="count(key('row-by-country', @country))" data-type="number" order="descending"/>
					<xsl:variable name="country" select="string(@country)"/>
					<xsl:call-template name="bar-row">
						<xsl:with-param name="what"><xsl:choose>
							<xsl:when test="$country"><xsl:for-each select="$language-list"><xsl:if test="position() > 1"><fo:inline color="{$accent}"> · </fo:inline></xsl:if><fo:inline xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:country($country, string(.))"/></fo:inline></xsl:for-each></xsl:when>
							<xsl:otherwise><xsl:call-template name="label-line"><xsl:with-param name="name" select="'other-countries'"/></xsl:call-template></xsl:otherwise>
						</xsl:choose></xsl:with-param>
						<xsl:with-param name="counted" select="key('row-by-country', $country)"/>
					</xsl:call-template>
				</xsl:for-each>
				<xsl:call-template name="bar-total"/>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="totals-by-role">
		<xsl:call-template name="heading"><xsl:with-param name="label" select="'by-role'"/></xsl:call-template>
		<xsl:call-template name="bar-legend"/>
		<fo:table xsl:use-attribute-sets="table" keep-together.within-page="always">
			<xsl:call-template name="bar-table-head"><xsl:with-param name="label" select="'role'"/></xsl:call-template>
			<fo:table-body>
				<xsl:variable name="most"><xsl:for-each select="$people[generate-id() = generate-id(key('row-by-role', @role)[1])]"><xsl:sort select="count(key('row-by-role', @role))" data-type="number" order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="count(key('row-by-role', @role))"/></xsl:if></xsl:for-each></xsl:variable>
				<xsl:for-each select="$people[generate-id() = generate-id(key('row-by-role', @role)[1])]">
					<xsl:sort select="count(key('row-by-role', @role))" data-type="number" order="descending"/>
					<xsl:call-template name="bar-row">
						<xsl:with-param name="what"><xsl:call-template name="label-line"><xsl:with-param name="name" select="concat('role.', @role)"/></xsl:call-template></xsl:with-param>
						<xsl:with-param name="counted" select="key('row-by-role', @role)"/>
						<xsl:with-param name="max" select="number($most)"/>
					</xsl:call-template>
				</xsl:for-each>
				<xsl:call-template name="bar-total"/>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<!-- Who came to at least one session of the cluster: somebody may count in several. -->
	<xsl:template name="totals-by-cluster">
		<xsl:if test="$people[@clusters != '']">
			<xsl:call-template name="heading"><xsl:with-param name="label" select="'by-cluster'"/></xsl:call-template>
			<xsl:call-template name="bar-legend"/>
		<fo:table xsl:use-attribute-sets="table">
				<xsl:call-template name="bar-table-head"><xsl:with-param name="label" select="'cluster'"/></xsl:call-template>
				<fo:table-body>
					<xsl:for-each select="$clusters">
						<xsl:variable name="id" select="concat(' ', @xml:id, ' ')"/>
						<xsl:call-template name="bar-row">
							<xsl:with-param name="what"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></xsl:with-param>
							<xsl:with-param name="counted" select="$people[contains(@clusters, $id)]"/>
						</xsl:call-template>
					</xsl:for-each>
				</fo:table-body>
			</fo:table>
		</xsl:if>
	</xsl:template>

	<xsl:template name="totals-by-session">
		<xsl:if test="$people[@sessions != '']">
			<xsl:call-template name="heading"><xsl:with-param name="label" select="'by-session'"/></xsl:call-template>
			<xsl:call-template name="bar-legend"/>
		<fo:table xsl:use-attribute-sets="table">
				<xsl:call-template name="bar-table-head"><xsl:with-param name="label" select="'session'"/></xsl:call-template>
				<fo:table-body>
					<xsl:for-each select="k:programme/k:session">
						<xsl:sort select="@date"/><xsl:sort select="@start"/>
						<xsl:variable name="id" select="concat(' ', @xml:id, ' ')"/>
						<xsl:variable name="counted" select="$people[contains(@sessions, $id)]"/>
						<xsl:if test="$counted">
							<xsl:variable name="session" select="."/>
							<xsl:call-template name="bar-row">
								<xsl:with-param name="what">
									<xsl:call-template name="texts"><xsl:with-param name="texts" select="$session/k:title"/></xsl:call-template>
									<fo:block color="{$muted}" font-size="0.86em"><xsl:value-of select="f:date(@date)"/><xsl:if test="@start"><xsl:text>　</xsl:text><xsl:value-of select="@start"/></xsl:if></fo:block>
								</xsl:with-param>
								<xsl:with-param name="counted" select="$counted"/>
							</xsl:call-template>
						</xsl:if>
					</xsl:for-each>
				</fo:table-body>
			</fo:table>
		</xsl:if>
	</xsl:template>

	<xsl:template name="totals-by-institution">
		<xsl:variable name="most"><xsl:for-each select="$people[@institution != '' and generate-id() = generate-id(key('row-by-institution', @institution)[1])]"><xsl:sort select="count(key('row-by-institution', @institution))" data-type="number" order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="count(key('row-by-institution', @institution))"/></xsl:if></xsl:for-each></xsl:variable>
		<xsl:call-template name="heading"><xsl:with-param name="label" select="'by-institution'"/></xsl:call-template>
		<xsl:call-template name="bar-legend"/>
		<fo:table xsl:use-attribute-sets="table">
			<xsl:call-template name="bar-table-head"><xsl:with-param name="label" select="'institution'"/></xsl:call-template>
			<fo:table-body>
				<xsl:for-each select="k:institutions/k:institution">
					<xsl:sort select="@country" order="descending"/>
					<xsl:sort select="f:pick(k:name)" lang="{$first-language}"/>
					<xsl:variable name="institution" select="."/>
					<xsl:for-each select="exsl:node-set($rows)">
						<xsl:if test="key('row-by-institution', $institution/@xml:id)">
							<xsl:call-template name="bar-row">
								<xsl:with-param name="what"><xsl:call-template name="texts"><xsl:with-param name="texts" select="$institution/k:name"/></xsl:call-template></xsl:with-param>
								<xsl:with-param name="counted" select="key('row-by-institution', $institution/@xml:id)"/>
								<xsl:with-param name="max" select="number($most)"/>
							</xsl:call-template>
						</xsl:if>
					</xsl:for-each>
				</xsl:for-each>
				<xsl:call-template name="bar-total"/>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<!-- Present on a day: those whose days say so, and those who do not say. -->
	<xsl:template name="totals-by-day">
		<xsl:variable name="points">
			<xsl:for-each select="k:programme/k:session[generate-id() = generate-id(key('session-by-day', @date)[1])]">
				<xsl:sort select="@date"/>
				<xsl:variable name="day" select="concat(' ', @date, ' ')"/>
				<xsl:variable name="present" select="$people[@days = '' or contains(@days, $day)]"/>
				<point label="{f:date(@date)}" first="{count($present[@mode = 'in-person'])}" second="{count($present[@mode = 'online'])}" sum="{count($present)}"/>
			</xsl:for-each>
		</xsl:variable>
		<xsl:if test="count(exsl:node-set($points)/point) > 1">
			<xsl:call-template name="heading"><xsl:with-param name="label" select="'by-day'"/></xsl:call-template>
			<xsl:call-template name="line-chart"><xsl:with-param name="points" select="exsl:node-set($points)/point"/><xsl:with-param name="alt" select="f:label('by-day')"/></xsl:call-template>
		</xsl:if>
	</xsl:template>
	<xsl:key name="session-by-day" match="k:session" use="@date"/>
</xsl:stylesheet>
