<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables in the OASIS (CALS) model, whatever namespace they are in: NISO's, that of OASIS or none. They look as those in the XHTML model do (table.xsl). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
                exclude-result-prefixes="k l f xlink mml">

	<xsl:template match="*[local-name() = 'table'][*[local-name() = 'tgroup']]" mode="jats" priority="1">
		<fo:block>
			<xsl:call-template name="jats-place"/>
			<xsl:apply-templates select="*[local-name() = 'title']" mode="oasis-title"/>
			<xsl:apply-templates select="*[local-name() = 'tgroup']" mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="*" mode="oasis-title"><fo:block font-weight="bold" font-size="{$small-size}" line-height="1.35" keep-with-next.within-page="always"><xsl:apply-templates mode="jats"/></fo:block></xsl:template>

	<xsl:template match="*[local-name() = 'tgroup']" mode="jats">
		<xsl:variable name="columns" select="*[local-name() = 'colspec']"/>
		<fo:table xsl:use-attribute-sets="jats-table">
			<xsl:attribute name="table-layout"><xsl:choose><xsl:when test="$columns/@colwidth">fixed</xsl:when><xsl:otherwise>auto</xsl:otherwise></xsl:choose></xsl:attribute>
			<xsl:attribute name="font-size"><xsl:call-template name="jats-table-size"><xsl:with-param name="columns" select="@cols"/></xsl:call-template></xsl:attribute>
			<xsl:if test="$columns/@colwidth"><xsl:apply-templates select="$columns" mode="jats-column"/></xsl:if>
			<xsl:for-each select="*[local-name() = 'thead'][*[local-name() = 'row']]"><fo:table-header><xsl:apply-templates select="*[local-name() = 'row']" mode="jats"/></fo:table-header></xsl:for-each>
			<xsl:for-each select="*[local-name() = 'tbody'][*[local-name() = 'row']]"><fo:table-body><xsl:apply-templates select="*[local-name() = 'row']" mode="jats"/></fo:table-body></xsl:for-each>
			<xsl:for-each select="*[local-name() = 'tfoot'][*[local-name() = 'row']]"><fo:table-body><xsl:apply-templates select="*[local-name() = 'row']" mode="jats"/></fo:table-body></xsl:for-each>
		</fo:table>
	</xsl:template>

	<!-- "2*", "3cm" or "2*+1pt", of which the share counts. -->
	<xsl:template match="*[local-name() = 'colspec']" mode="jats-column">
		<xsl:variable name="share" select="number(substring-before(concat(@colwidth, '*'), '*'))"/>
		<fo:table-column>
			<xsl:attribute name="column-width"><xsl:choose>
				<xsl:when test="contains(@colwidth, '*')">proportional-column-width(<xsl:value-of select="concat(substring($share, 1 div ($share > 0)), substring('1', 1 div not($share > 0)))"/>)</xsl:when>
				<xsl:when test="number(translate(@colwidth, 'ptmcin', '')) > 0"><xsl:value-of select="@colwidth"/></xsl:when>
				<xsl:otherwise>proportional-column-width(1)</xsl:otherwise>
			</xsl:choose></xsl:attribute>
		</fo:table-column>
	</xsl:template>

	<xsl:template match="*[local-name() = 'row']" mode="jats">
		<fo:table-row>
			<xsl:if test="string-length(.) &lt; 900"><xsl:attribute name="keep-together.within-page">always</xsl:attribute></xsl:if>
			<xsl:call-template name="jats-place"/>
			<xsl:apply-templates select="*[local-name() = 'entry']" mode="jats"/>
		</fo:table-row>
	</xsl:template>

	<xsl:template match="*[local-name() = 'entry']" mode="jats">
		<xsl:variable name="columns" select="../../../*[local-name() = 'colspec']"/>
		<xsl:variable name="first" select="$columns[@colname = current()/@namest]"/>
		<xsl:variable name="last" select="$columns[@colname = current()/@nameend]"/>
		<xsl:variable name="own" select="$columns[@colname = current()/@colname] | $first"/>
		<fo:table-cell padding="0.9mm 1mm">
			<xsl:if test="$own"><xsl:attribute name="column-number"><xsl:value-of select="count($own[1]/preceding-sibling::*[local-name() = 'colspec']) + 1"/></xsl:attribute></xsl:if>
			<xsl:if test="$first and $last"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="count($last/preceding-sibling::*) - count($first/preceding-sibling::*) + 1"/></xsl:attribute></xsl:if>
			<xsl:if test="@morerows > 0"><xsl:attribute name="number-rows-spanned"><xsl:value-of select="@morerows + 1"/></xsl:attribute></xsl:if>
			<xsl:call-template name="jats-cell-look">
				<xsl:with-param name="is-head" select="local-name(../..) = 'thead'"/>
				<xsl:with-param name="align" select="string((@align | $own[not(current()/@align)]/@align)[1])"/>
				<xsl:with-param name="valign" select="string((@valign | ../@valign[not(current()/@valign)])[1])"/>
			</xsl:call-template>
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<fo:block><xsl:apply-templates mode="jats"/></fo:block>
		</fo:table-cell>
	</xsl:template>
</xsl:stylesheet>
