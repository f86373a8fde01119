<?xml version="1.0" encoding="UTF-8"?>
<!-- The summary: one landscape page, in the report or alone as a poster. All its lengths are for A4 and grow with scale. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:svg="http://www.w3.org/2000/svg" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f exsl">

	<!-- How many of the latest outcomes a column has room for: Chinese says it shortest. -->
	<xsl:variable name="latest" select="3 + 2 * number($first-language = 'zh')"/>

	<xsl:template name="summary-sequence">
		<fo:page-sequence master-reference="poster" initial-page-number="1">
			<fo:flow flow-name="xsl-region-body" text-align="start" hyphenate="false">
				<!-- One page, whatever the languages: what is too much is set smaller. -->
				<fo:block-container id="summary" height="{(185.9 + 73 * number($poster = 'A3')) * 1}mm" fox:overflow-condense="font-size" fox:overflow-condense-limit-font-size="{4 * $scale}pt">
					<xsl:call-template name="summary-head"/>
					<xsl:call-template name="summary-figures"/>
					<xsl:call-template name="summary-columns"/>
					<xsl:if test="@specimen = 'true'"><fo:block font-size="{7 * $scale}pt" line-height="1.4" color="{$accent}" space-before="{2 * $scale}mm"><xsl:value-of select="f:pick(k:notice)"/></fo:block></xsl:if>
				</fo:block-container>
			</fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<xsl:template name="summary-head">
		<xsl:variable name="conference" select="."/>
		<fo:block padding="{3 * $scale}mm {5 * $scale}mm" margin-left="0mm" margin-right="0mm">
			<xsl:choose>
				<xsl:when test="$official">
					<xsl:attribute name="color"><xsl:value-of select="$head-color"/></xsl:attribute>
					<xsl:attribute name="border-bottom"><xsl:value-of select="concat(2 * $scale, 'pt solid ', $head-color)"/></xsl:attribute>
					<xsl:attribute name="text-align">center</xsl:attribute>
				</xsl:when>
				<xsl:otherwise>
					<xsl:attribute name="background-color"><xsl:value-of select="$head-color"/></xsl:attribute>
					<xsl:attribute name="color"><xsl:value-of select="$on-primary"/></xsl:attribute>
				</xsl:otherwise>
			</xsl:choose>
			<fo:block font-family="{f:family('display')}" font-weight="bold" font-size="{17 * $scale}pt" line-height="1.25" role="H1"><xsl:value-of select="f:pick(k:title[string-length(f:pick($conference/k:title)) &lt;= 40 or not($conference/k:short)] | k:short[string-length(f:pick($conference/k:title)) > 40])"/><xsl:text>　</xsl:text><fo:inline font-weight="normal"><xsl:value-of select="f:label('outcomes')"/></fo:inline></fo:block>
			<fo:block font-size="{8.5 * $scale}pt" line-height="1.4">
				<xsl:for-each select="$other-languages"><fo:inline xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:pick($conference/k:short | $conference/k:title[not($conference/k:short)], string(.))"/>: <xsl:value-of select="f:label('outcomes', string(.))"/></fo:inline><xsl:text> · </xsl:text></xsl:for-each>
				<xsl:value-of select="c:date-range(string(@from), string(@to), $first-language)"/><xsl:text> · </xsl:text><xsl:value-of select="f:pick(k:place/k:city)"/>
			</fo:block>
		</fo:block>
	</xsl:template>

	<xsl:template name="summary-figures">
		<fo:table table-layout="fixed" width="100%" border-collapse="separate" background-color="{$tint}">
			<fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="proportional-column-width(5.3)"/><fo:table-column column-width="proportional-column-width(1.6)"/>
			<fo:table-body><fo:table-row>
				<xsl:call-template name="summary-figure"><xsl:with-param name="number" select="count($outcomes)"/><xsl:with-param name="label" select="'figure.outcomes'"/></xsl:call-template>
				<xsl:call-template name="summary-figure"><xsl:with-param name="number" select="count(k:institutions/k:institution[@xml:id = $outcomes/k:party/@institution])"/><xsl:with-param name="label" select="'figure.parties'"/></xsl:call-template>
				<fo:table-cell padding="{2.5 * $scale}mm {3 * $scale}mm" display-align="center">
					<xsl:call-template name="status-bar"><xsl:with-param name="outcomes" select="$outcomes"/><xsl:with-param name="width" select="140 * $scale"/><xsl:with-param name="height" select="6 * $scale"/></xsl:call-template>
					<fo:block font-size="{7 * $scale}pt"><xsl:call-template name="status-legend"/></fo:block>
				</fo:table-cell>
				<fo:table-cell padding="{2.5 * $scale}mm {3 * $scale}mm" display-align="center" text-align="end">
					<fo:block font-size="{9.5 * $scale}pt" line-height="1.35" font-weight="bold" color="{$primary}"><xsl:call-template name="amounts"><xsl:with-param name="outcomes" select="$outcomes"/><xsl:with-param name="between"><fo:block/></xsl:with-param></xsl:call-template></fo:block>
					<fo:block font-size="{7 * $scale}pt" line-height="1.35" color="{$muted}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="'amount'"/></xsl:call-template></fo:block>
				</fo:table-cell>
			</fo:table-row></fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="summary-figure">
		<xsl:param name="number"/>
		<xsl:param name="label"/>
		<fo:table-cell padding="{2.5 * $scale}mm {1 * $scale}mm" text-align="center" display-align="center">
			<fo:block font-family="{f:family('display')}" font-weight="bold" font-size="{22 * $scale}pt" line-height="1.15" color="{$primary}"><xsl:value-of select="c:number(string($number), $first-language)"/></fo:block>
			<xsl:for-each select="$language-list"><fo:block font-size="{6.5 * $scale}pt" line-height="1.3" color="{$muted}" xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:label($label, string(.))"/></fo:block></xsl:for-each>
		</fo:table-cell>
	</xsl:template>

	<!-- The clusters in columns: name, how many and how far, kinds, latest, next. -->
	<xsl:template name="summary-columns">
		<fo:table table-layout="fixed" width="100%" border-collapse="separate" space-before="{3 * $scale}mm" font-size="{7 * $scale}pt" line-height="1.38">
			<xsl:for-each select="$clusters"><fo:table-column column-width="proportional-column-width(1)"/></xsl:for-each>
			<fo:table-body>
				<fo:table-row><xsl:for-each select="$clusters"><fo:table-cell xsl:use-attribute-sets="column-cell"><xsl:call-template name="column-title"/></fo:table-cell></xsl:for-each></fo:table-row>
				<fo:table-row><xsl:for-each select="$clusters"><fo:table-cell xsl:use-attribute-sets="column-cell"><xsl:call-template name="column-counts"/></fo:table-cell></xsl:for-each></fo:table-row>
				<fo:table-row><xsl:for-each select="$clusters"><fo:table-cell xsl:use-attribute-sets="column-cell"><xsl:call-template name="column-leads"/></fo:table-cell></xsl:for-each></fo:table-row>
				<fo:table-row><xsl:for-each select="$clusters"><fo:table-cell xsl:use-attribute-sets="column-cell"><xsl:call-template name="column-latest"/></fo:table-cell></xsl:for-each></fo:table-row>
				<fo:table-row><xsl:for-each select="$clusters"><fo:table-cell xsl:use-attribute-sets="column-cell" background-color="{$tint}"><xsl:call-template name="column-next"/></fo:table-cell></xsl:for-each></fo:table-row>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:attribute-set name="column-cell">
		<xsl:attribute name="padding"><xsl:value-of select="concat(1.1 * $scale, 'mm ', 1.6 * $scale, 'mm')"/></xsl:attribute>
		<xsl:attribute name="border-right">0.5pt solid <xsl:value-of select="$rule"/></xsl:attribute>
	</xsl:attribute-set>

	<xsl:template name="column-title">
		<fo:block border-top="{1.6 * $scale}pt solid {$primary}" padding-before="{1 * $scale}mm" color="{$primary}" font-family="{$heading-family}" font-weight="bold" font-size="{9 * $scale}pt" line-height="1.25"><fo:inline color="{$accent}"><xsl:value-of select="count(preceding-sibling::k:cluster) + 1"/>&#160;</fo:inline><xsl:value-of select="f:pick(k:title)"/></fo:block>
		<xsl:if test="f:has-others(k:title)"><fo:block color="{$muted}" font-size="{6.2 * $scale}pt" line-height="1.3"><xsl:call-template name="other-texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></fo:block></xsl:if>
	</xsl:template>

	<xsl:template name="column-counts">
		<xsl:variable name="mine" select="key('outcome-by-cluster', @xml:id)"/>
		<fo:block font-family="{f:family('display')}" font-weight="bold" font-size="{18 * $scale}pt" line-height="1.15" color="{$primary}"><xsl:value-of select="count($mine)"/></fo:block>
		<xsl:call-template name="status-bar"><xsl:with-param name="outcomes" select="$mine"/><xsl:with-param name="width" select="34 * $scale"/><xsl:with-param name="height" select="3.4 * $scale"/></xsl:call-template>
		<fo:block space-before="{1 * $scale}mm">
			<xsl:for-each select="$mine[not(@kind = preceding-sibling::k:outcome[@cluster = current()/@xml:id]/@kind)]">
				<xsl:variable name="kind" select="@kind"/>
				<xsl:if test="not($mine[@kind = $kind][1]/@xml:id != @xml:id)">
					<fo:inline keep-together.within-line="always"><xsl:value-of select="f:label(concat('outcome.', $kind))"/>&#160;<fo:inline font-weight="bold"><xsl:value-of select="count($mine[@kind = $kind])"/></fo:inline></fo:inline><xsl:text>  </xsl:text>
				</xsl:if>
			</xsl:for-each>
		</fo:block>
	</xsl:template>

	<xsl:template name="column-leads">
		<fo:block color="{$second}" font-family="{$heading-family}"><xsl:value-of select="f:label('leads')"/></fo:block>
		<xsl:for-each select="k:lead"><fo:block xsl:use-attribute-sets="hanging"><xsl:value-of select="f:pick(key('by-id', @institution)/k:name)"/></fo:block></xsl:for-each>
	</xsl:template>

	<!-- Those that were signed or begun last. -->
	<xsl:template name="column-latest">
		<fo:block color="{$second}" font-family="{$heading-family}"><xsl:value-of select="f:label('latest')"/></fo:block>
		<xsl:for-each select="key('outcome-by-cluster', @xml:id)[@status = 'signed' or @status = 'under-way' or @status = 'completed']">
			<xsl:sort select="@date" order="descending"/>
			<xsl:if test="position() &lt;= $latest">
				<fo:block space-after="{0.8 * $scale}mm" c:src="{c:src(.)}"><xsl:value-of select="f:pick(k:title)"/><xsl:if test="@date"><fo:inline color="{$muted}"><xsl:text> </xsl:text><fo:inline keep-together.within-line="always"><xsl:value-of select="f:date(@date)"/></fo:inline></fo:inline></xsl:if></fo:block>
			</xsl:if>
		</xsl:for-each>
	</xsl:template>

	<!-- The three steps that are due first. -->
	<xsl:template name="column-next">
		<fo:block color="{$second}" font-family="{$heading-family}"><xsl:value-of select="f:label('next')"/></fo:block>
		<xsl:for-each select="key('outcome-by-cluster', @xml:id)/k:next[@due]">
			<xsl:sort select="@due"/>
			<xsl:if test="position() &lt;= 3"><fo:block c:src="{c:src(.)}"><fo:inline font-weight="bold"><xsl:value-of select="f:date(@due)"/></fo:inline><xsl:text> </xsl:text><xsl:value-of select="f:pick(k:title)"/></fo:block></xsl:if>
		</xsl:for-each>
	</xsl:template>
</xsl:stylesheet>
