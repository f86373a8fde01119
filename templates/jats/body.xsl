<?xml version="1.0" encoding="UTF-8"?>
<!-- Sections, paragraphs, lists, quotations, boxes: what text is made of. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
                xmlns:func="http://exslt.org/functions" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                extension-element-prefixes="func" exclude-result-prefixes="k l f xlink mml">

	<xsl:template match="body" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>

	<!-- ==== sections ==== -->

	<xsl:template match="sec" mode="jats">
		<fo:block>
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<xsl:apply-templates select="*[not(self::label and following-sibling::title)]" mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="sec-meta" mode="jats"/>

	<xsl:template match="title | sec/label | app/label | ack/label | notes/label" mode="jats">
		<xsl:variable name="depth" select="count(ancestor::*[self::sec or self::ack or self::app or self::app-group or self::ref-list or self::notes or self::glossary or self::fn-group or self::bio])"/>
		<fo:block role="H{$article-level + $depth}" font-family="{$heading-family}" font-weight="bold" text-align="start" text-indent="0pt" hyphenate="false" keep-with-next.within-page="always" keep-together.within-page="always">
			<xsl:choose>
				<xsl:when test="$depth &lt;= 1">
					<xsl:attribute name="font-size"><xsl:value-of select="f:size('heading-2')"/></xsl:attribute>
					<xsl:attribute name="line-height">1.35</xsl:attribute>
					<xsl:attribute name="color"><xsl:value-of select="$primary"/></xsl:attribute>
					<xsl:attribute name="space-before">6mm</xsl:attribute>
					<xsl:attribute name="space-after">2mm</xsl:attribute>
				</xsl:when>
				<xsl:when test="$depth = 2">
					<xsl:attribute name="font-size"><xsl:value-of select="f:size('heading-3')"/></xsl:attribute>
					<xsl:attribute name="line-height">1.4</xsl:attribute>
					<xsl:attribute name="font-family"><xsl:value-of select="$subheading-family"/></xsl:attribute>
					<xsl:attribute name="color"><xsl:value-of select="$second"/></xsl:attribute>
					<xsl:attribute name="space-before">4mm</xsl:attribute>
					<xsl:attribute name="space-after">1.2mm</xsl:attribute>
				</xsl:when>
				<xsl:otherwise>
					<xsl:attribute name="space-before">3mm</xsl:attribute>
					<xsl:attribute name="space-after">0.8mm</xsl:attribute>
				</xsl:otherwise>
			</xsl:choose>
			<xsl:call-template name="jats-place"/>
			<xsl:if test="self::title and ../label"><fo:inline><xsl:apply-templates select="../label/node()" mode="jats"/></fo:inline><xsl:text>&#160; </xsl:text></xsl:if>
			<xsl:apply-templates mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="subtitle" mode="jats"><fo:block font-family="{$heading-family}" color="{$muted}" text-align="start" keep-with-next.within-page="always"><xsl:apply-templates mode="jats"/></fo:block></xsl:template>

	<!-- ==== paragraphs ==== -->

	<!-- Chinese begins every paragraph two characters in; other languages those that follow another. -->
	<xsl:template match="p" mode="jats">
		<fo:block role="P" widows="2" orphans="2">
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<xsl:attribute name="text-indent"><xsl:choose>
				<xsl:when test="f:language-at(.) = 'zh' and parent::*[self::sec or self::body or self::abstract or self::trans-abstract or self::app or self::ack]">2em</xsl:when>
				<xsl:when test="preceding-sibling::*[1][self::p] and parent::*[self::sec or self::body or self::app or self::ack or self::boxed-text]">1.4em</xsl:when>
				<xsl:otherwise>0pt</xsl:otherwise>
			</xsl:choose></xsl:attribute>
			<xsl:call-template name="character-spacing"><xsl:with-param name="language" select="f:language-at(.)"/></xsl:call-template>
			<xsl:apply-templates mode="jats"/>
		</fo:block>
	</xsl:template>

	<xsl:template match="disp-quote" mode="jats">
		<fo:block space-before="2mm" space-after="2mm" start-indent="from-parent(start-indent) + 7mm" end-indent="7mm" font-family="{f:family('quote')}" text-indent="0pt" role="BlockQuote">
			<xsl:call-template name="jats-place"/><xsl:call-template name="jats-language"/><xsl:apply-templates mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="attrib" mode="jats"><fo:block text-align="end" font-size="0.9em" color="{$muted}" text-indent="0pt"><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="verse-group" mode="jats"><fo:block space-before="2mm" space-after="2mm" start-indent="from-parent(start-indent) + 7mm" text-align="start" text-indent="0pt"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="verse-line" mode="jats"><fo:block><xsl:apply-templates mode="jats"/></fo:block></xsl:template>

	<xsl:template match="boxed-text" mode="jats">
		<fo:block space-before="3mm" space-after="3mm" padding="3mm" margin-left="0mm" margin-right="0mm" background-color="{$tint}" border="0.5pt solid {$rule}" font-size="0.95em" text-indent="0pt">
			<xsl:call-template name="jats-place"/><xsl:call-template name="jats-language"/><xsl:apply-templates select="*[not(self::label and following-sibling::*[1][self::caption])]" mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="boxed-text/label" mode="jats"><fo:block font-weight="bold"><xsl:apply-templates mode="jats"/></fo:block></xsl:template>

	<xsl:template match="statement" mode="jats">
		<fo:block space-before="2mm" space-after="2mm" text-indent="0pt"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block>
	</xsl:template>
	<xsl:template match="statement/label | statement/title" mode="jats"><fo:block font-weight="bold" keep-with-next.within-page="always"><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="speech" mode="jats"><fo:block space-before="1mm" text-indent="0pt"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="speaker" mode="jats"><fo:block font-weight="bold" keep-with-next.within-page="always"><xsl:apply-templates mode="jats"/></fo:block></xsl:template>

	<xsl:template match="preformat | code" mode="jats">
		<fo:block font-family="monospace" font-size="0.85em" line-height="1.4" white-space="pre" wrap-option="wrap" hyphenate="false" text-align="start" text-indent="0pt"
		          padding="2mm" margin-left="0mm" margin-right="0mm" background-color="{$tint}" space-before="2mm" space-after="2mm">
			<xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/>
		</fo:block>
	</xsl:template>
	<xsl:template match="code[../text()[normalize-space()]]" mode="jats"><fo:inline font-family="monospace" font-size="0.9em"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>

	<!-- ==== lists ==== -->

	<xsl:template match="list" mode="jats">
		<xsl:apply-templates select="label | title" mode="jats"/>
		<fo:list-block provisional-distance-between-starts="8mm" provisional-label-separation="2mm" space-before="1.2mm" space-after="1.2mm" text-indent="0pt">
			<xsl:call-template name="jats-place"/>
			<xsl:apply-templates select="*[not(self::label or self::title)]" mode="jats"/>
		</fo:list-block>
	</xsl:template>
	<xsl:template match="list/title | list/label | def-list/title | def-list/label" mode="jats"><fo:block font-weight="bold" keep-with-next.within-page="always" text-indent="0pt"><xsl:apply-templates mode="jats"/></fo:block></xsl:template>

	<xsl:template match="list-item" mode="jats">
		<fo:list-item>
			<xsl:call-template name="jats-place"/>
			<fo:list-item-label end-indent="label-end()"><fo:block text-align="end" color="{$second}"><xsl:call-template name="jats-item-label"/></fo:block></fo:list-item-label>
			<fo:list-item-body start-indent="body-start()"><fo:block><xsl:apply-templates select="*[not(self::label)]" mode="jats"/></fo:block></fo:list-item-body>
		</fo:list-item>
	</xsl:template>
	<xsl:template match="list-item/title" mode="jats"><fo:block font-weight="bold"><xsl:apply-templates mode="jats"/></fo:block></xsl:template>

	<xsl:template name="jats-item-label">
		<xsl:variable name="type" select="string(../@list-type)"/>
		<xsl:variable name="number" select="count(preceding-sibling::list-item) + 1"/>
		<xsl:choose>
			<xsl:when test="label"><xsl:apply-templates select="label/node()" mode="jats"/></xsl:when>
			<xsl:when test="$type = 'order' or $type = 'ordered'"><xsl:value-of select="$number"/>.</xsl:when>
			<xsl:when test="$type = 'alpha-lower'"><xsl:number value="$number" format="a"/>)</xsl:when>
			<xsl:when test="$type = 'alpha-upper'"><xsl:number value="$number" format="A"/>)</xsl:when>
			<xsl:when test="$type = 'roman-lower'"><xsl:number value="$number" format="i"/>)</xsl:when>
			<xsl:when test="$type = 'roman-upper'"><xsl:number value="$number" format="I"/>)</xsl:when>
			<xsl:when test="$type = 'simple'"/>
			<xsl:otherwise>•</xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template match="def-list" mode="jats">
		<fo:block space-before="1.2mm" space-after="1.2mm" text-indent="0pt"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block>
	</xsl:template>
	<xsl:template match="def-item" mode="jats"><fo:block space-after="0.6mm"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="term | term-head" mode="jats"><fo:block font-weight="bold" keep-with-next.within-page="always"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="def | def-head" mode="jats"><fo:block start-indent="from-parent(start-indent) + 8mm"><xsl:call-template name="jats-place"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="p//def | abbrev/def" mode="jats"><xsl:text> (</xsl:text><xsl:apply-templates select="p/node() | text()" mode="jats"/><xsl:text>)</xsl:text></xsl:template>
	<xsl:template match="p//term" mode="jats"><fo:inline font-style="italic"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>

	<xsl:template match="sig-block" mode="jats"><fo:block space-before="4mm" text-align="end" text-indent="0pt"><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="sig" mode="jats"><fo:block><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
</xsl:stylesheet>
