<?xml version="1.0" encoding="UTF-8"?>
<!-- A chapter for each cluster: its field, its universities, the table of its outcomes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<xsl:key name="outcome-by-cluster" match="k:outcome" use="@cluster"/>

	<xsl:template match="k:cluster" mode="chapter">
		<xsl:variable name="cluster" select="."/>
		<xsl:call-template name="chapter-heading">
			<xsl:with-param name="id" select="concat('cluster-', @xml:id)"/>
			<xsl:with-param name="number" select="position()"/>
			<xsl:with-param name="title" select="f:pick(k:title)"/>
			<xsl:with-param name="others">
				<xsl:for-each select="$other-languages">
					<xsl:variable name="language" select="string(.)"/>
					<fo:block font-size="{f:size('heading-2')}" line-height="1.35" color="{$muted}" xml:lang="{f:tag($language)}"><xsl:value-of select="$cluster/k:title[@xml:lang = $language]"/></fo:block>
				</xsl:for-each>
			</xsl:with-param>
		</xsl:call-template>
		<xsl:if test="k:field or k:lead or k:member">
			<fo:table xsl:use-attribute-sets="table">
				<fo:table-column column-width="38mm"/>
				<fo:table-column column-width="proportional-column-width(1)"/>
				<fo:table-body>
					<xsl:if test="k:field"><xsl:call-template name="cluster-row"><xsl:with-param name="label" select="'field'"/><xsl:with-param name="texts" select="k:field"/></xsl:call-template></xsl:if>
					<xsl:if test="k:lead"><xsl:call-template name="cluster-row"><xsl:with-param name="label" select="'leads'"/><xsl:with-param name="institutions" select="k:lead"/></xsl:call-template></xsl:if>
					<xsl:if test="k:member"><xsl:call-template name="member-row"/></xsl:if>
				</fo:table-body>
			</fo:table>
		</xsl:if>
		<fo:block space-before="6mm"/>
		<xsl:call-template name="prose"><xsl:with-param name="texts" select="k:summary"/></xsl:call-template>
		<xsl:call-template name="heading"><xsl:with-param name="label" select="'outcomes'"/></xsl:call-template>
		<xsl:call-template name="outcomes"/>
	</xsl:template>

	<!-- Of clusters only the names are known: one chapter lists them, with the forums that they held. -->
	<xsl:template name="clusters-together">
		<xsl:call-template name="chapter"><xsl:with-param name="id" select="'clusters'"/></xsl:call-template>
		<fo:table xsl:use-attribute-sets="table" font-size="{$text-size}">
			<fo:table-column column-width="17mm"/>
			<fo:table-column column-width="proportional-column-width(1)"/>
			<fo:table-column column-width="proportional-column-width(1)"/>
			<fo:table-header><fo:table-row>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'number'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'cluster'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'session.forum'"/></xsl:call-template>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<xsl:for-each select="$clusters">
					<xsl:variable name="id" select="@xml:id"/>
					<fo:table-row id="cluster-{$id}" c:src="{c:src(.)}" keep-together.within-page="always">
						<fo:table-cell xsl:use-attribute-sets="cell" text-align="center"><fo:block color="{$accent}" font-weight="bold"><xsl:value-of select="position()"/></fo:block></fo:table-cell>
						<fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/><xsl:with-param name="weight" select="'bold'"/></xsl:call-template></fo:table-cell>
						<fo:table-cell xsl:use-attribute-sets="cell">
							<xsl:for-each select="/k:conference/k:programme/k:session[@cluster = $id]"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></xsl:for-each>
							<xsl:if test="not(/k:conference/k:programme/k:session[@cluster = $id])"><fo:block/></xsl:if>
						</fo:table-cell>
					</fo:table-row>
				</xsl:for-each>
			</fo:table-body>
		</fo:table>
		<fo:block color="{$muted}" space-before="4mm" keep-together.within-page="always" keep-with-previous.within-page="always"><xsl:for-each select="$language-list"><fo:block xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:label('names-only', string(.))"/></fo:block></xsl:for-each></fo:block>
	</xsl:template>

	<xsl:template name="cluster-row">
		<xsl:param name="label"/>
		<xsl:param name="texts" select="/.."/>
		<xsl:param name="institutions" select="/.."/>
		<fo:table-row>
			<fo:table-cell xsl:use-attribute-sets="cell" color="{$primary}" font-family="{$heading-family}"><xsl:call-template name="labels"><xsl:with-param name="name" select="$label"/></xsl:call-template></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="cell">
				<xsl:if test="$texts"><xsl:call-template name="texts"><xsl:with-param name="texts" select="$texts"/></xsl:call-template></xsl:if>
				<xsl:for-each select="$institutions"><xsl:call-template name="texts"><xsl:with-param name="texts" select="key('by-id', @institution)/k:name"/></xsl:call-template></xsl:for-each>
			</fo:table-cell>
		</fo:table-row>
	</xsl:template>

	<!-- Members in the first language only, by country: they are named in full in the attendance. -->
	<xsl:template name="member-row">
		<xsl:variable name="members" select="key('by-id', k:member/@institution)"/>
		<fo:table-row>
			<fo:table-cell xsl:use-attribute-sets="cell" color="{$primary}" font-family="{$heading-family}"><xsl:call-template name="labels"><xsl:with-param name="name" select="'members'"/></xsl:call-template></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="cell">
				<xsl:for-each select="$members[not(@country = preceding-sibling::k:institution[count(. | $members) = count($members)]/@country)]">
					<xsl:variable name="country" select="@country"/>
					<fo:block text-align="start" space-after="1mm">
						<fo:inline font-weight="bold"><xsl:value-of select="f:country($country)"/><xsl:call-template name="bracketed"><xsl:with-param name="text" select="count($members[@country = $country])"/></xsl:call-template></fo:inline>
						<xsl:call-template name="colon"/>
						<xsl:for-each select="$members[@country = $country]">
							<xsl:sort select="f:pick(k:name)" lang="{$first-language}"/>
							<xsl:if test="position() > 1"><xsl:choose><xsl:when test="$first-language = 'zh'">、</xsl:when><xsl:otherwise>; </xsl:otherwise></xsl:choose></xsl:if>
							<xsl:value-of select="f:pick(k:name)"/>
						</xsl:for-each>
					</fo:block>
				</xsl:for-each>
			</fo:table-cell>
		</fo:table-row>
	</xsl:template>

	<xsl:template name="outcomes">
		<xsl:variable name="outcomes" select="key('outcome-by-cluster', @xml:id)"/>
		<xsl:if test="not($outcomes)">
			<fo:block color="{$muted}"><xsl:for-each select="$language-list"><fo:block xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:label('no-outcomes', string(.))"/></fo:block></xsl:for-each></fo:block>
		</xsl:if>
		<xsl:if test="$outcomes"><xsl:call-template name="outcome-table"><xsl:with-param name="outcomes" select="$outcomes"/></xsl:call-template></xsl:if>
	</xsl:template>

	<xsl:template name="outcome-table">
		<xsl:param name="outcomes"/>
		<fo:table xsl:use-attribute-sets="table">
			<fo:table-column column-width="11mm"/>
			<fo:table-column column-width="proportional-column-width(45)"/>
			<fo:table-column column-width="proportional-column-width(36)"/>
			<fo:table-column column-width="proportional-column-width(24)"/>
			<fo:table-header><fo:table-row>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'number'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'outcome'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'parties'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'status'"/></xsl:call-template>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<xsl:for-each select="$outcomes"><xsl:call-template name="outcome-row"/></xsl:for-each>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="outcome-row">
		<fo:table-row c:src="{c:src(.)}" id="{@xml:id}" keep-together.within-page="always">
			<fo:table-cell xsl:use-attribute-sets="cell" text-align="center"><fo:block color="{$primary}"><xsl:value-of select="position()"/></fo:block></fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="cell">
				<fo:block font-size="{$small-size}" color="{$second}" font-family="{$heading-family}">
					<xsl:variable name="kind" select="concat('outcome.', @kind)"/>
					<xsl:call-template name="label-line"><xsl:with-param name="name" select="$kind"/></xsl:call-template>
				</fo:block>
				<xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/><xsl:with-param name="weight" select="'bold'"/></xsl:call-template>
				<xsl:for-each select="k:next">
					<fo:block space-before="1mm" font-size="{$small-size}" c:src="{c:src(.)}">
						<fo:inline color="{$second}"><xsl:value-of select="f:label('next')"/></fo:inline><xsl:call-template name="colon"/>
						<xsl:value-of select="f:pick(k:title)"/>
						<xsl:if test="@due">
							<xsl:variable name="due"><xsl:call-template name="bracketed"><xsl:with-param name="text" select="f:date(@due)"/></xsl:call-template></xsl:variable>
							<xsl:if test="starts-with($due, ' ')"><xsl:text> </xsl:text></xsl:if><fo:inline keep-together.within-line="always"><xsl:value-of select="normalize-space($due)"/></fo:inline>
						</xsl:if>
					</fo:block>
				</xsl:for-each>
			</fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="cell">
				<xsl:for-each select="k:party"><fo:block xsl:use-attribute-sets="hanging" c:src="{c:src(.)}"><xsl:value-of select="f:pick(key('by-id', @institution)/k:name)"/></fo:block></xsl:for-each>
				<xsl:if test="not(k:party)"><fo:block/></xsl:if>
			</fo:table-cell>
			<fo:table-cell xsl:use-attribute-sets="cell">
				<xsl:variable name="status" select="concat('status.', @status)"/>
				<xsl:for-each select="$language-list">
					<fo:block xml:lang="{f:tag(string(.))}"><xsl:if test="position() = 1"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if><xsl:if test="position() > 1"><xsl:attribute name="color"><xsl:value-of select="$muted"/></xsl:attribute></xsl:if><xsl:value-of select="f:label($status, string(.))"/></fo:block>
				</xsl:for-each>
				<xsl:if test="@date or @until"><fo:block><xsl:value-of select="f:date(@date)"/><xsl:if test="@until"><xsl:if test="@date">&#160;– </xsl:if><xsl:if test="not(@date)"><xsl:value-of select="f:label('due')"/><xsl:call-template name="colon"/></xsl:if><xsl:value-of select="f:date(@until)"/></xsl:if></fo:block></xsl:if>
				<xsl:for-each select="k:amount"><fo:block c:src="{c:src(.)}"><xsl:value-of select="c:number(string(.), $first-language)"/><xsl:text> </xsl:text><xsl:value-of select="@currency"/></fo:block></xsl:for-each>
			</fo:table-cell>
		</fo:table-row>
	</xsl:template>
</xsl:stylesheet>
