<?xml version="1.0" encoding="UTF-8"?>
<!-- MathML on one line: fractions with a stroke, roots with their sign, scripts above and below the line. Whatever stands in the
     formula is there; that it looks as a mathematician wants is the work of a picture (alternatives with an SVG). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
                xmlns:func="http://exslt.org/functions" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                extension-element-prefixes="func" exclude-result-prefixes="k l f xlink mml">

	<xsl:template match="mml:math" mode="jats"><fo:inline font-family="serif" hyphenate="false"><xsl:call-template name="jats-id"/><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="mml:mrow | mml:mstyle | mml:mpadded | mml:mphantom | mml:merror | mml:maction | mml:menclose | mml:mn | mml:mtext | mml:ms | mml:mtd" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>
	<xsl:template match="mml:*/text()" mode="jats"><xsl:value-of select="normalize-space(.)"/></xsl:template>
	<xsl:template match="mml:mtext/text() | mml:ms/text()" mode="jats"><xsl:value-of select="translate(., '&#10;&#9;', '  ')"/></xsl:template>
	<xsl:template match="mml:math/text() | mml:mrow/text() | mml:mstyle/text() | mml:msub/text() | mml:msup/text() | mml:mfrac/text() | mml:mtable/text() | mml:mtr/text() | mml:mtd/text()" mode="jats"/>
	<xsl:template match="mml:semantics" mode="jats"><xsl:apply-templates select="*[1]" mode="jats"/></xsl:template>
	<xsl:template match="mml:annotation | mml:annotation-xml | mml:none | mml:mprescripts | mml:maligngroup | mml:malignmark" mode="jats"/>
	<xsl:template match="mml:mspace" mode="jats"><xsl:text>&#8201;</xsl:text></xsl:template>

	<xsl:template match="mml:mi" mode="jats">
		<xsl:choose>
			<xsl:when test="@mathvariant = 'bold' or @mathvariant = 'bold-italic'"><fo:inline font-weight="bold"><xsl:apply-templates mode="jats"/></fo:inline></xsl:when>
			<xsl:when test="string-length(normalize-space(.)) = 1 and not(@mathvariant = 'normal') or @mathvariant = 'italic'"><fo:inline font-style="italic"><xsl:apply-templates mode="jats"/></fo:inline></xsl:when>
			<xsl:otherwise><xsl:apply-templates mode="jats"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<xsl:template match="mml:mo" mode="jats">
		<xsl:variable name="sign" select="normalize-space(.)"/>
		<xsl:choose>
			<xsl:when test="not($sign) or contains('&#8289;&#8290;&#8291;&#8292;', $sign)"/>
			<xsl:when test="$sign = '-' and preceding-sibling::*"> − </xsl:when>
			<xsl:when test="$sign = '-'">−</xsl:when>
			<xsl:when test="contains('=+−±≤≥≠≈∼≡&lt;&gt;→←⇒∈×⋅·∪∩∝', $sign) and preceding-sibling::*"><xsl:value-of select="concat(' ', $sign, ' ')"/></xsl:when>
			<xsl:when test="$sign = ',' or $sign = ';'"><xsl:value-of select="concat($sign, ' ')"/></xsl:when>
			<xsl:otherwise><xsl:value-of select="$sign"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template name="math-low"><xsl:param name="of"/><fo:inline baseline-shift="sub" font-size="70%"><xsl:apply-templates select="$of" mode="jats"/></fo:inline></xsl:template>
	<xsl:template name="math-high"><xsl:param name="of"/><fo:inline baseline-shift="super" font-size="70%"><xsl:apply-templates select="$of" mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="mml:msub | mml:munder" mode="jats"><xsl:apply-templates select="*[1]" mode="jats"/><xsl:call-template name="math-low"><xsl:with-param name="of" select="*[2]"/></xsl:call-template></xsl:template>
	<xsl:template match="mml:msup" mode="jats"><xsl:apply-templates select="*[1]" mode="jats"/><xsl:call-template name="math-high"><xsl:with-param name="of" select="*[2]"/></xsl:call-template></xsl:template>
	<xsl:template match="mml:mover" mode="jats"><xsl:apply-templates select="*[1]" mode="jats"/><xsl:call-template name="math-high"><xsl:with-param name="of" select="*[2]"/></xsl:call-template></xsl:template>
	<xsl:template match="mml:msubsup | mml:munderover" mode="jats"><xsl:apply-templates select="*[1]" mode="jats"/><xsl:call-template name="math-low"><xsl:with-param name="of" select="*[2]"/></xsl:call-template><xsl:call-template name="math-high"><xsl:with-param name="of" select="*[3]"/></xsl:call-template></xsl:template>
	<xsl:template match="mml:mmultiscripts" mode="jats"><xsl:apply-templates select="*[1]" mode="jats"/><xsl:call-template name="math-high"><xsl:with-param name="of" select="*[position() > 1]"/></xsl:call-template></xsl:template>

	<!-- In brackets, unless it is one sign. -->
	<xsl:template name="math-grouped"><xsl:param name="of"/>
		<xsl:choose>
			<xsl:when test="count($of/descendant-or-self::*[not(*)]) > 1 and not($of/self::mml:mfenced)">(<xsl:apply-templates select="$of" mode="jats"/>)</xsl:when>
			<xsl:otherwise><xsl:apply-templates select="$of" mode="jats"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<xsl:template match="mml:mfrac" mode="jats"><xsl:call-template name="math-grouped"><xsl:with-param name="of" select="*[1]"/></xsl:call-template>&#8201;∕&#8201;<xsl:call-template name="math-grouped"><xsl:with-param name="of" select="*[2]"/></xsl:call-template></xsl:template>
	<xsl:template match="mml:msqrt" mode="jats">√(<xsl:apply-templates mode="jats"/>)</xsl:template>
	<xsl:template match="mml:mroot" mode="jats"><xsl:call-template name="math-high"><xsl:with-param name="of" select="*[2]"/></xsl:call-template>√<xsl:call-template name="math-grouped"><xsl:with-param name="of" select="*[1]"/></xsl:call-template></xsl:template>
	<xsl:template match="mml:mfenced" mode="jats">
		<xsl:value-of select="concat(@open, substring('(', 1 div not(@open)))"/>
		<xsl:for-each select="*"><xsl:if test="position() > 1">, </xsl:if><xsl:apply-templates select="." mode="jats"/></xsl:for-each>
		<xsl:value-of select="concat(@close, substring(')', 1 div not(@close)))"/>
	</xsl:template>
	<xsl:template match="mml:mtable" mode="jats"><xsl:for-each select="*"><xsl:if test="position() > 1">; </xsl:if><xsl:apply-templates select="." mode="jats"/></xsl:for-each></xsl:template>
	<xsl:template match="mml:mtr | mml:mlabeledtr" mode="jats"><xsl:for-each select="*"><xsl:if test="position() > 1"><xsl:text>&#8195;</xsl:text></xsl:if><xsl:apply-templates select="." mode="jats"/></xsl:for-each></xsl:template>
</xsl:stylesheet>
