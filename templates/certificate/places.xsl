<?xml version="1.0" encoding="UTF-8"?>
<!-- Where things stand on a certificate of either orientation. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1" exclude-result-prefixes="f c">

	<xsl:variable name="wide" select="$orientation = 'landscape'"/>
	<xsl:variable name="frame" select="f:image(concat('frame-', $orientation))"/>

	<!-- Numbers are millimetres. -->
	<xsl:variable name="paper-width" select="210 + 87 * $wide"/>
	<xsl:variable name="paper-height" select="297 - 87 * $wide"/>
	<xsl:variable name="inset" select="26 + 6 * $wide"/>
	<xsl:variable name="inner" select="$paper-width - 2 * $inset"/>
	<xsl:variable name="inner-left" select="concat($inset, 'mm')"/>
	<xsl:variable name="inner-width" select="concat($inner, 'mm')"/>

	<xsl:variable name="mark-height" select="concat(16 - 3 * $wide, 'mm')"/>
	<xsl:variable name="mark-top" select="concat(31 - 7 * $wide, 'mm')"/>
	<xsl:variable name="alliance-top" select="concat(49 - 11 * $wide, 'mm')"/>
	<xsl:variable name="title-top" select="concat(61 - 15.5 * $wide, 'mm')"/>
	<xsl:variable name="title-height" select="'17mm'"/>
	<xsl:variable name="title-size" select="'36pt'"/>
	<xsl:variable name="subtitle-top" select="concat(79 - 16.5 * $wide, 'mm')"/>
	<xsl:variable name="intro-top" select="concat(98 - 25 * $wide, 'mm')"/>
	<xsl:variable name="name-top" select="concat(106 - 26.5 * $wide, 'mm')"/>
	<xsl:variable name="name-height" select="'16mm'"/>
	<xsl:variable name="name-size" select="'32pt'"/>
	<xsl:variable name="others-top" select="concat(123 - 27 * $wide, 'mm')"/>
	<xsl:variable name="rule-top" select="concat(135 - 29 * $wide, 'mm')"/>
	<xsl:variable name="statement-top" select="141 - 31.5 * $wide"/>
	<xsl:variable name="statement-height" select="78 - 43 * $wide"/>
	<xsl:variable name="foot-top" select="229 - 80 * $wide"/>

	<!-- A place as wide as the frame leaves. -->
	<xsl:template name="inner-place">
		<xsl:param name="top"/>
		<xsl:param name="height"/>
		<xsl:param name="size" select="$text-size"/>
		<xsl:param name="least" select="'6pt'"/>
		<xsl:param name="line" select="1.3"/>
		<xsl:param name="display-align" select="'center'"/>
		<xsl:param name="content"/>
		<xsl:call-template name="place">
			<xsl:with-param name="left" select="$inner-left"/>
			<xsl:with-param name="width" select="$inner-width"/>
			<xsl:with-param name="top" select="$top"/>
			<xsl:with-param name="height" select="$height"/>
			<xsl:with-param name="size" select="$size"/>
			<xsl:with-param name="least" select="$least"/>
			<xsl:with-param name="line" select="$line"/>
			<xsl:with-param name="display-align" select="$display-align"/>
			<xsl:with-param name="content" select="$content"/>
		</xsl:call-template>
	</xsl:template>

	<!-- In a theme without a picture for it. -->
	<xsl:template name="plain-frame">
		<fo:block-container absolute-position="absolute" left="11mm" top="11mm" width="{$paper-width - 22}mm" height="{$paper-height - 22}mm" border="1.6pt solid {$head-color}" role="Artifact"><fo:block/></fo:block-container>
		<fo:block-container absolute-position="absolute" left="13mm" top="13mm" width="{$paper-width - 26}mm" height="{$paper-height - 26}mm" border="0.5pt solid {$accent}" role="Artifact"><fo:block/></fo:block-container>
	</xsl:template>
</xsl:stylesheet>
