<?xml version="1.0" encoding="UTF-8"?>
<!-- After the text: acknowledgements, appendices, notes, glossary, about the authors, the list of references. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
                xmlns:func="http://exslt.org/functions" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                extension-element-prefixes="func" exclude-result-prefixes="k l f xlink mml">

	<xsl:template match="back" mode="jats"><fo:block text-align="justify"><xsl:apply-templates mode="jats"/></fo:block></xsl:template>

	<xsl:template match="ack | app | app-group | glossary | notes | bio | fn-group" mode="jats">
		<fo:block font-size="{$table-size}" line-height="1.5" text-align="justify">
			<xsl:if test="self::app or self::app-group"><xsl:attribute name="font-size"><xsl:value-of select="$text-size"/></xsl:attribute></xsl:if>
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<xsl:if test="not(title) and (self::ack or self::fn-group[ancestor::back])"><xsl:call-template name="jats-heading"><xsl:with-param name="label"><xsl:choose><xsl:when test="self::ack">jats.acknowledgements</xsl:when><xsl:otherwise>jats.notes</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template></xsl:if>
			<xsl:apply-templates select="*[not(self::label and following-sibling::title)]" mode="jats"/>
		</fo:block>
	</xsl:template>

	<!-- The heading of a part that brings none. -->
	<xsl:template name="jats-heading">
		<xsl:param name="label"/>
		<fo:block role="H{$article-level + 1}" font-family="{$heading-family}" font-weight="bold" font-size="{f:size('heading-2')}" line-height="1.35" color="{$primary}" space-before="6mm" space-after="2mm" text-align="start" keep-together.within-page="always" keep-with-next.within-page="always">
			<xsl:value-of select="f:word(string($label), .)"/>
		</fo:block>
	</xsl:template>

	<xsl:template match="ref-list" mode="jats">
		<fo:block>
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<xsl:if test="not(title) and not(ancestor::ref-list)"><xsl:call-template name="jats-heading"><xsl:with-param name="label" select="'jats.references'"/></xsl:call-template></xsl:if>
			<xsl:apply-templates select="*[not(self::ref)]" mode="jats"/>
			<xsl:if test="ref">
				<fo:list-block provisional-distance-between-starts="9mm" provisional-label-separation="1.5mm" font-size="{$table-size}" line-height="1.4" text-align="start" text-indent="0pt">
					<xsl:apply-templates select="ref" mode="jats"/>
				</fo:list-block>
			</xsl:if>
		</fo:block>
	</xsl:template>

	<xsl:template match="ref" mode="jats">
		<fo:list-item space-after="0.6mm">
			<xsl:call-template name="jats-place"/>
			<fo:list-item-label end-indent="label-end()"><fo:block text-align="end" color="{$second}"><xsl:choose>
				<xsl:when test="label"><xsl:apply-templates select="label/node()" mode="jats"/></xsl:when>
				<xsl:when test="citation-alternatives/*/label"><xsl:apply-templates select="citation-alternatives/*/label/node()" mode="jats"/></xsl:when>
				<xsl:otherwise><xsl:number level="any" from="article"/></xsl:otherwise>
			</xsl:choose></fo:block></fo:list-item-label>
			<fo:list-item-body start-indent="body-start()"><fo:block>
				<xsl:for-each select="*[not(self::label)]"><xsl:if test="position() > 1"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates select="." mode="jats"/></xsl:for-each>
			</fo:block></fo:list-item-body>
		</fo:list-item>
	</xsl:template>
	<xsl:template match="ref/note" mode="jats"><fo:inline><xsl:apply-templates select="p/node() | text()" mode="jats"/></fo:inline></xsl:template>
</xsl:stylesheet>
