<?xml version="1.0" encoding="UTF-8"?>
<!-- The conference at a glance: key figures, facts, summary. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="k f exsl">

	<!-- How many universities of a country took part: what was published, else who is in the list of institutions. -->
	<xsl:template name="university-count">
		<xsl:param name="country"/>
		<xsl:variable name="published" select="/k:conference/k:count[@of = 'institutions' and @country = $country]"/>
		<xsl:choose>
			<xsl:when test="$published"><xsl:value-of select="$published"/></xsl:when>
			<xsl:otherwise><xsl:value-of select="count(/k:conference/k:institutions/k:institution[@country = $country and k:membership])"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template name="glance">
		<xsl:call-template name="chapter"><xsl:with-param name="id" select="'glance'"/></xsl:call-template>
		<xsl:call-template name="figures"/>
		<xsl:call-template name="facts"/>
		<fo:block space-before="7mm"/>
		<xsl:call-template name="prose"><xsl:with-param name="texts" select="k:summary"/></xsl:call-template>
	</xsl:template>

	<xsl:template name="figures">
		<xsl:variable name="figures">
			<figure name="CN"><xsl:call-template name="university-count"><xsl:with-param name="country" select="'CN'"/></xsl:call-template></figure>
			<figure name="BY"><xsl:call-template name="university-count"><xsl:with-param name="country" select="'BY'"/></xsl:call-template></figure>
			<figure name="clusters"><xsl:value-of select="count($clusters)"/></figure>
			<xsl:choose>
				<xsl:when test="k:outcomes/k:outcome">
					<figure name="participants"><xsl:value-of select="count($attendees)"/></figure>
					<figure name="outcomes"><xsl:value-of select="count(k:outcomes/k:outcome)"/></figure>
				</xsl:when>
				<xsl:otherwise><figure name="sessions"><xsl:value-of select="count(k:programme/k:session)"/></figure></xsl:otherwise>
			</xsl:choose>
		</xsl:variable>
		<xsl:call-template name="figure-band"><xsl:with-param name="figures" select="exsl:node-set($figures)/*[. > 0]"/></xsl:call-template>
	</xsl:template>

	<xsl:template name="facts">
		<fo:table xsl:use-attribute-sets="table">
			<fo:table-column column-width="38mm"/>
			<fo:table-column column-width="proportional-column-width(1)"/>
			<fo:table-body>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'dates'"/><xsl:with-param name="dates" select="."/></xsl:call-template>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'place'"/><xsl:with-param name="items" select="k:place"/></xsl:call-template>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'theme'"/><xsl:with-param name="items" select="self::*[k:theme]"/></xsl:call-template>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'hosts'"/><xsl:with-param name="items" select="k:host"/></xsl:call-template>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'guidance'"/><xsl:with-param name="items" select="k:guidance"/></xsl:call-template>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'supporters'"/><xsl:with-param name="items" select="k:supporter"/></xsl:call-template>
				<xsl:call-template name="fact"><xsl:with-param name="label" select="'chair'"/><xsl:with-param name="items" select="k:chair"/></xsl:call-template>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="fact">
		<xsl:param name="label"/>
		<xsl:param name="items" select="/.."/>
		<xsl:param name="dates" select="/.."/>
		<xsl:if test="$items or $dates">
			<fo:table-row keep-together.within-page="always">
				<fo:table-cell xsl:use-attribute-sets="cell" color="{$primary}" font-family="{$heading-family}">
					<xsl:call-template name="labels"><xsl:with-param name="name" select="$label"/></xsl:call-template>
				</fo:table-cell>
				<fo:table-cell xsl:use-attribute-sets="cell">
					<xsl:for-each select="$dates">
						<xsl:variable name="conference" select="."/>
						<xsl:for-each select="$language-list">
							<fo:block xml:lang="{f:tag(string(.))}">
								<xsl:if test="position() > 1"><xsl:attribute name="color"><xsl:value-of select="$muted"/></xsl:attribute></xsl:if>
								<xsl:value-of select="c:date-range(string($conference/@from), string($conference/@to), string(.))"/>
							</fo:block>
						</xsl:for-each>
					</xsl:for-each>
					<xsl:for-each select="$items">
						<fo:block c:src="{c:src(.)}">
							<xsl:if test="position() > 1"><xsl:attribute name="space-before">1.5mm</xsl:attribute></xsl:if>
							<xsl:apply-templates select="." mode="fact"/>
						</fo:block>
					</xsl:for-each>
				</fo:table-cell>
			</fo:table-row>
		</xsl:if>
	</xsl:template>

	<xsl:template match="k:place" mode="fact">
		<xsl:variable name="place" select="."/>
		<xsl:for-each select="$language-list">
			<xsl:variable name="language" select="string(.)"/>
			<fo:block xml:lang="{f:tag($language)}">
				<xsl:if test="position() > 1"><xsl:attribute name="color"><xsl:value-of select="$muted"/></xsl:attribute></xsl:if>
				<xsl:value-of select="f:pick($place/k:city, $language)"/>
				<xsl:if test="$place/k:venue">
					<xsl:choose><xsl:when test="$language = 'zh'">，</xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose>
					<xsl:value-of select="f:pick($place/k:venue, $language)"/>
				</xsl:if>
			</fo:block>
		</xsl:for-each>
	</xsl:template>
	<xsl:template match="k:conference" mode="fact"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:theme"/></xsl:call-template></xsl:template>
	<xsl:template match="k:host | k:guidance | k:supporter" mode="fact">
		<xsl:call-template name="texts"><xsl:with-param name="texts" select="key('by-id', @institution)/k:name"/></xsl:call-template>
	</xsl:template>
	<xsl:template match="k:chair | k:secretary" mode="fact">
		<xsl:variable name="person" select="key('by-id', @person)"/>
		<xsl:call-template name="person-names"><xsl:with-param name="person" select="$person"/></xsl:call-template>
		<fo:block color="{$muted}"><xsl:call-template name="person-post"><xsl:with-param name="person" select="$person"/></xsl:call-template></fo:block>
	</xsl:template>
</xsl:stylesheet>
