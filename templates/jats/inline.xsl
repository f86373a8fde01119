<?xml version="1.0" encoding="UTF-8"?>
<!-- Within a line: emphasis, references, notes, links. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
                xmlns:func="http://exslt.org/functions" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                extension-element-prefixes="func" exclude-result-prefixes="k l f xlink mml">

	<xsl:template match="bold" mode="jats"><fo:inline font-weight="bold"><xsl:call-template name="jats-id"/><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="italic" mode="jats"><fo:inline font-style="italic"><xsl:call-template name="jats-id"/><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="italic//italic" mode="jats"><fo:inline font-style="normal"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="roman" mode="jats"><fo:inline font-style="normal" font-weight="normal"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="monospace" mode="jats"><fo:inline font-family="monospace" font-size="0.9em" hyphenate="false"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="sans-serif" mode="jats"><fo:inline font-family="sans-serif"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="sc" mode="jats"><fo:inline font-variant="small-caps"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="underline" mode="jats"><fo:inline text-decoration="underline"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="overline" mode="jats"><fo:inline text-decoration="overline"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="strike" mode="jats"><fo:inline text-decoration="line-through"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="sub" mode="jats"><fo:inline baseline-shift="sub" font-size="70%"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="sup" mode="jats"><fo:inline baseline-shift="super" font-size="70%"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="styled-content | named-content | abbrev | milestone-start | milestone-end | target | price | issn | isbn | fixed-case | chem-struct | private-char | ruby | rb" mode="jats" priority="-0.1">
		<fo:inline><xsl:call-template name="jats-id"/><xsl:call-template name="jats-language"/><xsl:apply-templates mode="jats"/></fo:inline>
	</xsl:template>
	<xsl:template match="styled-content[contains(@style, 'italic')]" mode="jats"><fo:inline font-style="italic"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="styled-content[contains(@style, 'bold')]" mode="jats"><fo:inline font-weight="bold"><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="named-content[p]" mode="jats"><fo:block><xsl:call-template name="jats-id"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
	<xsl:template match="rt" mode="jats"><fo:inline font-size="60%"> (<xsl:apply-templates mode="jats"/>)</fo:inline></xsl:template>
	<xsl:template match="rp | index-term | index-term-range-end" mode="jats"/>
	<xsl:template match="break" mode="jats"><fo:block/></xsl:template>
	<xsl:template match="hr" mode="jats"><fo:block><fo:leader leader-pattern="rule" leader-length="100%" rule-thickness="0.5pt"/></fo:block></xsl:template>
	<xsl:template match="x" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>

	<!-- ==== links ==== -->

	<xsl:template match="ext-link | uri | email | self-uri[node()]" mode="jats">
		<xsl:variable name="address">
			<xsl:if test="self::email and not(starts-with(@xlink:href, 'mailto:'))">mailto:</xsl:if>
			<xsl:choose><xsl:when test="@xlink:href"><xsl:value-of select="normalize-space(@xlink:href)"/></xsl:when><xsl:otherwise><xsl:value-of select="normalize-space(.)"/></xsl:otherwise></xsl:choose>
		</xsl:variable>
		<fo:basic-link external-destination="url('{translate($address, &quot;'&quot;, '')}')" color="{$second}" hyphenate="false">
			<xsl:call-template name="jats-id"/>
			<xsl:choose><xsl:when test="node()"><xsl:apply-templates mode="jats"/></xsl:when><xsl:otherwise><xsl:value-of select="@xlink:href"/></xsl:otherwise></xsl:choose>
		</fo:basic-link>
	</xsl:template>

	<!-- ==== references within the article ==== -->

	<xsl:template match="xref" mode="jats">
		<xsl:variable name="target" select="key('jats-id', concat(generate-id(ancestor::article[last()]), ' ', substring-before(concat(@rid, ' '), ' ')))[1]"/>
		<xsl:variable name="words"><xsl:choose>
			<xsl:when test="node()"><xsl:apply-templates mode="jats"/></xsl:when>
			<xsl:otherwise><xsl:call-template name="jats-target-label"><xsl:with-param name="target" select="$target"/></xsl:call-template></xsl:otherwise>
		</xsl:choose></xsl:variable>
		<xsl:choose>
			<xsl:when test="not(string($words))"/>
			<xsl:when test="$target[ancestor-or-self::*[self::alternatives or self::contrib-group or self::author-notes or self::trans-abstract or self::front or self::inline-formula] or self::sec-meta or self::target] or not($target)"><xsl:copy-of select="$words"/></xsl:when>
			<xsl:otherwise><fo:basic-link internal-destination="{f:article-id(.)}-{$target/@id}"><xsl:copy-of select="$words"/></fo:basic-link></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<!-- A reference to an affiliation or a note stands above the line, close to the name however the file is indented. -->
	<xsl:template match="contrib//xref//text()" mode="jats"><xsl:value-of select="normalize-space(.)"/></xsl:template>
	<xsl:template match="contrib//xref" mode="jats">
		<xsl:variable name="target" select="key('jats-id', concat(generate-id(ancestor::article[last()]), ' ', substring-before(concat(@rid, ' '), ' ')))[1]"/>
		<fo:inline baseline-shift="super" text-autospace="none" font-size="70%">
			<xsl:if test="preceding-sibling::*[1][self::xref]">,</xsl:if>
			<xsl:choose>
				<xsl:when test="node()"><xsl:apply-templates select="descendant::text()" mode="jats"/></xsl:when>
				<xsl:otherwise><xsl:call-template name="jats-target-label"><xsl:with-param name="target" select="$target"/></xsl:call-template></xsl:otherwise>
			</xsl:choose>
		</fo:inline>
	</xsl:template>

	<xsl:template name="jats-target-label">
		<xsl:param name="target"/>
		<xsl:choose>
			<xsl:when test="$target/label"><xsl:value-of select="$target/label"/></xsl:when>
			<xsl:when test="$target/self::aff or $target/self::ref or $target/self::fn"><xsl:for-each select="$target"><xsl:number level="any" from="article"/></xsl:for-each></xsl:when>
			<xsl:when test="$target/self::corresp">*</xsl:when>
		</xsl:choose>
	</xsl:template>

	<!-- ==== notes ==== -->

	<xsl:template match="fn" mode="jats">
		<xsl:variable name="mark"><xsl:choose>
			<xsl:when test="label"><xsl:value-of select="label"/></xsl:when>
			<xsl:otherwise><xsl:number level="any" from="article" count="fn[not(ancestor::fn-group or ancestor::table-wrap or ancestor::author-notes)]"/></xsl:otherwise>
		</xsl:choose></xsl:variable>
		<fo:footnote>
			<fo:inline baseline-shift="super" text-autospace="none" font-size="65%" color="{$primary}"><xsl:value-of select="$mark"/></fo:inline>
			<fo:footnote-body><fo:block font-size="{$small-size}" line-height="1.35" text-indent="0pt" start-indent="0pt" end-indent="0pt" text-align="start" font-weight="normal" font-style="normal">
				<xsl:call-template name="jats-place"/>
				<fo:inline baseline-shift="super" font-size="80%" color="{$primary}"><xsl:value-of select="$mark"/></fo:inline>
				<xsl:text> </xsl:text><xsl:apply-templates select="*[not(self::label)]" mode="jats-note"/>
			</fo:block></fo:footnote-body>
		</fo:footnote>
	</xsl:template>
	<xsl:template match="p[not(preceding-sibling::p)]" mode="jats-note"><fo:inline><xsl:call-template name="jats-id"/><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="*" mode="jats-note"><xsl:apply-templates select="." mode="jats"/></xsl:template>

	<!-- Notes of a table, and those gathered at the end. -->
	<xsl:template match="table-wrap//fn | fn-group/fn | notes/fn" mode="jats">
		<fo:block>
			<xsl:call-template name="jats-place"/>
			<xsl:if test="label"><fo:inline baseline-shift="super" font-size="75%"><xsl:apply-templates select="label/node()" mode="jats"/></fo:inline><xsl:text> </xsl:text></xsl:if>
			<xsl:apply-templates select="*[not(self::label)]" mode="jats-note"/>
		</fo:block>
	</xsl:template>
</xsl:stylesheet>
