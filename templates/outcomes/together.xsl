<?xml version="1.0" encoding="UTF-8"?>
<!-- The clusters side by side, and the matrix of partners of the two countries. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:svg="http://www.w3.org/2000/svg" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f exsl">

	<!-- ==== side by side: a row for each kind of outcome, a column for each cluster ==== -->

	<xsl:template name="side-by-side">
		<xsl:call-template name="chapter"><xsl:with-param name="id" select="'side-by-side'"/></xsl:call-template>
		<fo:block font-size="{$small-size}" space-after="2mm" keep-with-next.within-page="always"><xsl:call-template name="status-legend"/></fo:block>
		<fo:table xsl:use-attribute-sets="table" font-size="{$small-size} * 0.92" line-height="1.35" hyphenate="true">
			<fo:table-column column-width="26mm"/>
			<xsl:for-each select="$clusters"><fo:table-column column-width="proportional-column-width(1)"/></xsl:for-each>
			<fo:table-header><fo:table-row>
				<fo:table-cell xsl:use-attribute-sets="head-cell"><fo:block/></fo:table-cell>
				<xsl:for-each select="$clusters"><fo:table-cell xsl:use-attribute-sets="head-cell"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/><xsl:with-param name="weight" select="'bold'"/><xsl:with-param name="quiet" select="$on-header"/></xsl:call-template></fo:table-cell></xsl:for-each>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<fo:table-row>
					<xsl:call-template name="side-label"><xsl:with-param name="label" select="'leads'"/></xsl:call-template>
					<xsl:for-each select="$clusters"><fo:table-cell xsl:use-attribute-sets="cell"><xsl:for-each select="k:lead"><fo:block xsl:use-attribute-sets="hanging" c:src="{c:src(.)}"><xsl:value-of select="f:pick(key('by-id', @institution)/k:name)"/></fo:block></xsl:for-each><xsl:if test="not(k:lead)"><fo:block>—</fo:block></xsl:if></fo:table-cell></xsl:for-each>
				</fo:table-row>
				<fo:table-row>
					<xsl:call-template name="side-label"><xsl:with-param name="label" select="'status'"/></xsl:call-template>
					<xsl:for-each select="$clusters"><fo:table-cell xsl:use-attribute-sets="cell"><fo:block font-weight="bold" font-size="1.4em"><xsl:value-of select="count(key('outcome-by-cluster', @xml:id))"/></fo:block><xsl:call-template name="status-bar"><xsl:with-param name="outcomes" select="key('outcome-by-cluster', @xml:id)"/><xsl:with-param name="width" select="31"/></xsl:call-template></fo:table-cell></xsl:for-each>
				</fo:table-row>
				<xsl:if test="$outcomes/k:amount">
					<fo:table-row>
						<xsl:call-template name="side-label"><xsl:with-param name="label" select="'amount'"/></xsl:call-template>
						<xsl:for-each select="$clusters"><fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:call-template name="amounts"><xsl:with-param name="outcomes" select="key('outcome-by-cluster', @xml:id)"/><xsl:with-param name="between"><fo:block/></xsl:with-param></xsl:call-template></fo:block></fo:table-cell></xsl:for-each>
					</fo:table-row>
				</xsl:if>
				<xsl:for-each select="$outcomes[not(@kind = preceding-sibling::k:outcome/@kind)]"><xsl:call-template name="kind-row"><xsl:with-param name="kind" select="string(@kind)"/></xsl:call-template></xsl:for-each>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="side-label">
		<xsl:param name="label"/>
		<fo:table-cell xsl:use-attribute-sets="cell" color="{$primary}" font-family="{$heading-family}" hyphenate="false"><xsl:call-template name="labels"><xsl:with-param name="name" select="$label"/></xsl:call-template></fo:table-cell>
	</xsl:template>

	<xsl:template name="kind-row">
		<xsl:param name="kind"/>
		<fo:table-row keep-together.within-page="always">
			<xsl:call-template name="side-label"><xsl:with-param name="label" select="concat('outcome.', $kind)"/></xsl:call-template>
			<xsl:for-each select="$clusters">
				<fo:table-cell xsl:use-attribute-sets="cell">
					<xsl:variable name="mine" select="key('outcome-by-cluster', @xml:id)[@kind = $kind]"/>
					<xsl:for-each select="$mine">
						<fo:block space-after="0.8mm" c:src="{c:src(.)}"><xsl:call-template name="status-swatch"><xsl:with-param name="status" select="string(@status)"/><xsl:with-param name="size" select="1.7"/></xsl:call-template><xsl:text>&#160;</xsl:text><xsl:value-of select="f:pick(k:title)"/></fo:block>
					</xsl:for-each>
					<xsl:if test="not($mine)"><fo:block color="{$rule}">—</fo:block></xsl:if>
				</fo:table-cell>
			</xsl:for-each>
		</fo:table-row>
	</xsl:template>

	<!-- ==== the matrix: how many outcomes two partners share ==== -->

	<xsl:variable name="pairs">
		<xsl:for-each select="$outcomes">
			<xsl:variable name="partners" select="key('by-id', k:party/@institution)"/>
			<xsl:for-each select="$partners[@country = 'CN']">
				<xsl:variable name="one" select="@xml:id"/>
				<xsl:for-each select="$partners[@country = 'BY']"><pair one="{$one}" other="{@xml:id}"/></xsl:for-each>
			</xsl:for-each>
		</xsl:for-each>
	</xsl:variable>
	<xsl:key name="pair" match="pair" use="concat(@one, ' ', @other)"/>
	<xsl:variable name="has-matrix" select="boolean(exsl:node-set($pairs)/pair)"/>

	<xsl:template name="matrix">
		<xsl:if test="$has-matrix">
			<xsl:variable name="ones" select="k:institutions/k:institution[@country = 'CN' and @xml:id = exsl:node-set($pairs)/pair/@one]"/>
			<xsl:variable name="others" select="k:institutions/k:institution[@country = 'BY' and @xml:id = exsl:node-set($pairs)/pair/@other]"/>
			<xsl:call-template name="chapter"><xsl:with-param name="id" select="'matrix'"/></xsl:call-template>
			<xsl:variable name="cell"><xsl:choose><xsl:when test="228 div count($others) > 9">9</xsl:when><xsl:otherwise><xsl:value-of select="format-number(228 div count($others), '0.00')"/></xsl:otherwise></xsl:choose></xsl:variable>
			<fo:table table-layout="fixed" width="{38 + $cell * count($others)}mm" border-collapse="collapse" font-size="{$small-size} * 0.8" line-height="1.25" text-align="center" hyphenate="false">
				<fo:table-column column-width="38mm"/>
				<fo:table-column column-width="{$cell}mm" number-columns-repeated="{count($others)}"/>
				<fo:table-header><fo:table-row height="34mm">
					<fo:table-cell display-align="after" text-align="start"><fo:block color="{$muted}"><xsl:value-of select="f:country('CN')"/> ↓　<xsl:value-of select="f:country('BY')"/> →</fo:block></fo:table-cell>
					<xsl:for-each select="$others">
						<fo:table-cell border-right="0.3pt solid {$rule}" display-align="after" c:src="{c:src(.)}">
							<fo:block-container reference-orientation="90" width="33mm" height="{$cell}mm" display-align="center"><fo:block text-align="start" color="{$second}" font-weight="bold"><xsl:value-of select="f:pick(k:short | k:name[not(../k:short)])"/></fo:block></fo:block-container>
						</fo:table-cell>
					</xsl:for-each>
				</fo:table-row></fo:table-header>
				<fo:table-body>
					<xsl:for-each select="$ones">
						<xsl:sort select="f:pick(k:short | k:name[not(../k:short)])" lang="{$first-language}"/>
						<xsl:variable name="one" select="."/>
						<fo:table-row height="4.4mm" c:src="{c:src(.)}">
							<xsl:if test="position() mod 2 = 1"><xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute></xsl:if>
							<fo:table-cell border-top="0.3pt solid {$rule}" text-align="start" display-align="center"><fo:block color="{$primary}" font-weight="bold"><xsl:value-of select="f:pick(k:short | k:name[not(../k:short)])"/></fo:block></fo:table-cell>
							<xsl:for-each select="$others">
								<xsl:variable name="key" select="concat($one/@xml:id, ' ', @xml:id)"/>
								<fo:table-cell border="0.3pt solid {$rule}" display-align="center"><fo:block>
									<xsl:for-each select="exsl:node-set($pairs)"><xsl:variable name="shared" select="count(key('pair', $key))"/><xsl:if test="$shared"><fo:inline font-weight="bold"><xsl:value-of select="$shared"/></fo:inline></xsl:if></xsl:for-each>
								</fo:block></fo:table-cell>
							</xsl:for-each>
						</fo:table-row>
					</xsl:for-each>
				</fo:table-body>
			</fo:table>
		</xsl:if>
	</xsl:template>
</xsl:stylesheet>
