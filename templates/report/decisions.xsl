<?xml version="1.0" encoding="UTF-8"?>
<!-- What was decided. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<xsl:template name="decisions">
		<xsl:if test="$decisions">
			<xsl:call-template name="chapter"><xsl:with-param name="id" select="'decisions'"/></xsl:call-template>
			<xsl:for-each select="$decisions">
				<!-- On one page if it is possible; it need not be. -->
				<fo:block keep-together.within-page="1">
					<fo:block id="{@xml:id}" role="H2" c:src="{c:src(.)}" font-family="{$heading-family}" font-size="{f:size('heading-3')}" line-height="1.4" font-weight="bold" color="{$primary}"
					          space-before="7mm" keep-together.within-page="always" keep-with-next.within-page="always" text-align="start">
						<fo:inline color="{$accent}"><xsl:value-of select="@number"/><xsl:if test="not(@number)"><xsl:value-of select="position()"/></xsl:if>　</fo:inline>
						<xsl:value-of select="f:pick(k:title)"/>
					</fo:block>
					<xsl:variable name="decision" select="."/>
					<xsl:for-each select="$other-languages">
						<xsl:variable name="language" select="string(.)"/>
						<fo:block font-family="{$heading-family}" color="{$muted}" font-size="{$text-size}" line-height="1.4" xml:lang="{f:tag($language)}" keep-with-next.within-page="always" text-align="start"><xsl:value-of select="$decision/k:title[@xml:lang = $language]"/></fo:block>
					</xsl:for-each>
					<fo:block space-before="2mm" keep-with-next.within-page="always"/>
					<xsl:call-template name="prose"><xsl:with-param name="texts" select="k:text"/></xsl:call-template>
					<xsl:call-template name="decision-notes"/>
				</fo:block>
			</xsl:for-each>
		</xsl:if>
	</xsl:template>

	<xsl:template name="decision-notes">
		<fo:block font-size="{$table-size}" line-height="1.45" color="{$second}" text-align="start" keep-together.within-page="always" keep-with-previous.within-page="always">
			<xsl:for-each select="k:responsible[@institution]">
				<fo:block c:src="{c:src(.)}"><xsl:value-of select="f:label('responsible')"/><xsl:call-template name="colon"/><xsl:value-of select="f:pick(key('by-id', @institution)/k:name)"/></fo:block>
			</xsl:for-each>
			<xsl:if test="@due"><fo:block><xsl:value-of select="f:label('due')"/><xsl:call-template name="colon"/><xsl:value-of select="f:date(@due)"/></fo:block></xsl:if>
			<xsl:for-each select="k:vote">
				<fo:block><xsl:value-of select="f:label('votes')"/><xsl:call-template name="colon"/>
					<xsl:for-each select="@for | @against | @abstained"><xsl:if test="position() > 1"><xsl:call-template name="semicolon"/></xsl:if><xsl:value-of select="f:label(concat('vote.', name()))"/><xsl:text> </xsl:text><xsl:value-of select="."/></xsl:for-each>
				</fo:block>
			</xsl:for-each>
		</fo:block>
	</xsl:template>
</xsl:stylesheet>
