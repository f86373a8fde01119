<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables in the XHTML model. Columns take the widths that they are given, else what their content needs; the more columns, the smaller
     the type. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
                xmlns:func="http://exslt.org/functions" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                extension-element-prefixes="func" exclude-result-prefixes="k l f xlink mml">

	<xsl:attribute-set name="jats-table">
		<xsl:attribute name="border-collapse">collapse</xsl:attribute>
		<xsl:attribute name="width">100%</xsl:attribute>
		<xsl:attribute name="line-height">1.35</xsl:attribute>
		<xsl:attribute name="text-align">start</xsl:attribute>
		<xsl:attribute name="border-top">1pt solid <xsl:value-of select="$primary"/></xsl:attribute>
		<xsl:attribute name="border-bottom">1pt solid <xsl:value-of select="$primary"/></xsl:attribute>
		<xsl:attribute name="space-after">1mm</xsl:attribute>
		<xsl:attribute name="hyphenate">true</xsl:attribute>
	</xsl:attribute-set>

	<xsl:template name="jats-table-size">
		<xsl:param name="columns"/>
		<xsl:choose>
			<xsl:when test="$columns > 12">5.6pt</xsl:when>
			<xsl:when test="$columns > 9">6.4pt</xsl:when>
			<xsl:when test="$columns > 6">7.2pt</xsl:when>
			<xsl:otherwise><xsl:value-of select="$small-size"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<!-- Attributes of a cell; the current node is it. -->
	<xsl:template name="jats-cell-look">
		<xsl:param name="is-head"/>
		<xsl:param name="align"/>
		<xsl:param name="valign"/>
		<xsl:choose>
			<xsl:when test="$is-head">
				<xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute>
				<xsl:attribute name="font-family"><xsl:value-of select="$heading-family"/></xsl:attribute>
				<xsl:attribute name="font-weight">bold</xsl:attribute>
				<xsl:attribute name="border-bottom">0.6pt solid <xsl:value-of select="$primary"/></xsl:attribute>
				<xsl:attribute name="display-align">after</xsl:attribute>
			</xsl:when>
			<xsl:otherwise>
				<xsl:if test="self::th"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
				<xsl:attribute name="border-bottom">0.3pt solid <xsl:value-of select="$rule"/></xsl:attribute>
				<xsl:if test="$valign = 'middle' or $valign = 'bottom'"><xsl:attribute name="display-align"><xsl:choose><xsl:when test="$valign = 'middle'">center</xsl:when><xsl:otherwise>after</xsl:otherwise></xsl:choose></xsl:attribute></xsl:if>
			</xsl:otherwise>
		</xsl:choose>
		<xsl:if test="$align = 'center' or $align = 'right' or $align = 'justify' or $align = 'left'"><xsl:attribute name="text-align"><xsl:value-of select="$align"/></xsl:attribute></xsl:if>
		<xsl:if test="self::th or $is-head"><xsl:attribute name="role">TH</xsl:attribute></xsl:if>
	</xsl:template>

	<xsl:template match="table" mode="jats">
		<xsl:variable name="columns" select="sum((.//tr)[1]/*/@colspan) + count((.//tr)[1]/*[not(@colspan)])"/>
		<fo:table xsl:use-attribute-sets="jats-table">
			<xsl:attribute name="table-layout"><xsl:choose><xsl:when test="(col | colgroup/col)[@width]">fixed</xsl:when><xsl:otherwise>auto</xsl:otherwise></xsl:choose></xsl:attribute>
			<xsl:attribute name="font-size"><xsl:call-template name="jats-table-size"><xsl:with-param name="columns" select="$columns"/></xsl:call-template></xsl:attribute>
			<xsl:call-template name="jats-place"/>
			<xsl:if test="(col | colgroup/col)[@width]"><xsl:apply-templates select="col | colgroup/col" mode="jats-column"/></xsl:if>
			<xsl:if test="thead/tr[*] and (tbody/tr[*] or tr[*])"><fo:table-header><xsl:apply-templates select="thead/tr[*]" mode="jats"/></fo:table-header></xsl:if>
			<xsl:choose>
				<xsl:when test="tbody/tr[*]"><xsl:for-each select="tbody[tr/*]"><fo:table-body><xsl:apply-templates select="tr[*]" mode="jats"/></fo:table-body></xsl:for-each></xsl:when>
				<xsl:when test="tr[*]"><fo:table-body><xsl:apply-templates select="tr[*]" mode="jats"/></fo:table-body></xsl:when>
				<xsl:when test="thead/tr[*]"><fo:table-body><xsl:apply-templates select="thead/tr[*]" mode="jats"/></fo:table-body></xsl:when>
				<xsl:otherwise><fo:table-body><fo:table-row><fo:table-cell><fo:block/></fo:table-cell></fo:table-row></fo:table-body></xsl:otherwise>
			</xsl:choose>
			<xsl:for-each select="tfoot[tr/*]"><fo:table-body><xsl:apply-templates select="tr[*]" mode="jats"/></fo:table-body></xsl:for-each>
		</fo:table>
	</xsl:template>

	<xsl:template match="col" mode="jats-column">
		<fo:table-column>
			<xsl:attribute name="column-width"><xsl:choose>
				<xsl:when test="contains(@width, '%')">proportional-column-width(<xsl:value-of select="substring-before(@width, '%')"/>)</xsl:when>
				<xsl:when test="number(translate(@width, '*px', ''))">proportional-column-width(<xsl:value-of select="number(translate(@width, '*px', ''))"/>)</xsl:when>
				<xsl:when test="number(translate(@width, 'ptmcin', ''))"><xsl:value-of select="@width"/></xsl:when>
				<xsl:otherwise>proportional-column-width(1)</xsl:otherwise>
			</xsl:choose></xsl:attribute>
			<xsl:if test="@span"><xsl:attribute name="number-columns-repeated"><xsl:value-of select="@span"/></xsl:attribute></xsl:if>
		</fo:table-column>
	</xsl:template>

	<xsl:template match="tr" mode="jats">
		<fo:table-row>
			<xsl:if test="string-length(.) &lt; 900"><xsl:attribute name="keep-together.within-page">always</xsl:attribute></xsl:if>
			<xsl:call-template name="jats-place"/>
			<xsl:apply-templates mode="jats"/>
		</fo:table-row>
	</xsl:template>

	<xsl:template match="td | th" mode="jats">
		<!-- A head that says nothing of its own stands over the figures of its column, where every cell is one column wide. -->
		<xsl:variable name="below" select="parent::tr[not(@align) and not(*/@colspan)]/parent::thead[not(.//@rowspan)]/following-sibling::tbody[1]/tr[1][not(*/@colspan)]/*[position() = 1 + count(current()/preceding-sibling::*)]"/>
		<fo:table-cell padding="0.9mm 1mm">
			<xsl:if test="@colspan > 1"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
			<xsl:if test="@rowspan > 1"><xsl:attribute name="number-rows-spanned"><xsl:value-of select="@rowspan"/></xsl:attribute></xsl:if>
			<xsl:call-template name="jats-cell-look">
				<xsl:with-param name="is-head" select="boolean(ancestor::thead)"/>
				<xsl:with-param name="align" select="string(@align | ../@align[not(current()/@align)] | $below/@align[not(current()/@align)])"/>
				<xsl:with-param name="valign" select="string(@valign)"/>
			</xsl:call-template>
			<xsl:call-template name="jats-place"/>
			<xsl:call-template name="jats-language"/>
			<fo:block><xsl:apply-templates mode="jats"/></fo:block>
		</fo:table-cell>
	</xsl:template>
	<xsl:template match="td/p | th/p" mode="jats"><fo:block><xsl:call-template name="jats-id"/><xsl:apply-templates mode="jats"/></fo:block></xsl:template>
</xsl:stylesheet>
