<?xml version="1.0" encoding="UTF-8"?>
<!-- References: mixed citations as they are written, element citations with the points and brackets they need, in their own order. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1"
                xmlns:c="urn:cbua:functions:1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"
                xmlns:func="http://exslt.org/functions" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                extension-element-prefixes="func" exclude-result-prefixes="k l f xlink mml">

	<xsl:template match="citation-alternatives" mode="jats">
		<xsl:apply-templates select="(mixed-citation | *[not(../mixed-citation)])[1]" mode="jats"/>
	</xsl:template>

	<xsl:template match="mixed-citation | nlm-citation[text()[normalize-space()]] | citation" mode="jats">
		<fo:inline><xsl:call-template name="jats-id"/><xsl:call-template name="jats-language"/><xsl:apply-templates select="node()[not(self::label)]" mode="jats-mixed"/></fo:inline>
	</xsl:template>
	<xsl:template match="text()" mode="jats-mixed"><xsl:value-of select="."/></xsl:template>
	<xsl:template match="*" mode="jats-mixed"><xsl:apply-templates select="." mode="jats"/></xsl:template>
	<xsl:template match="source | italic" mode="jats-mixed"><fo:inline font-style="italic"><xsl:apply-templates mode="jats-mixed"/></fo:inline></xsl:template>
	<xsl:template match="person-group | string-name | name[text()[normalize-space()]]" mode="jats-mixed">
		<xsl:choose>
			<xsl:when test="text()[normalize-space()] or not(self::person-group)"><xsl:apply-templates mode="jats-mixed"/></xsl:when>
			<xsl:otherwise><xsl:apply-templates select="." mode="jats"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<xsl:template match="year | month | day | volume | issue | fpage | lpage | elocation-id | article-title | chapter-title | part-title | publisher-name | publisher-loc | edition | surname | given-names | etal | trans-title | trans-source
		| source | season | page-range | size | series | conf-name | conf-loc | conf-date | conf-sponsor | date-in-citation | pub-id | comment | date | gov | patent | version | data-title | std | std-organization | supplement | string-date | era | institution
		| page-count | access-date | issue-title | issue-part | volume-series | object-id | annotation | collab" mode="jats-mixed">
		<xsl:apply-templates select="node()[not(self::contrib-group)]" mode="jats-mixed"/>
	</xsl:template>
	<xsl:template match="etal[not(node())]" mode="jats-mixed">et al.</xsl:template>

	<!-- Each part, then what stands between it and the next. -->
	<xsl:template match="element-citation | nlm-citation" mode="jats">
		<fo:inline>
			<xsl:call-template name="jats-id"/>
			<xsl:call-template name="jats-language"/>
			<xsl:for-each select="*[not(self::label)]">
				<xsl:apply-templates select="." mode="jats-cited"/>
				<xsl:if test="position() != last()"><xsl:call-template name="jats-between"/></xsl:if>
			</xsl:for-each>
			<xsl:if test="not(substring(normalize-space(*[last()]), string-length(normalize-space(*[last()]))) = '.')">.</xsl:if>
		</fo:inline>
	</xsl:template>

	<xsl:template name="jats-between">
		<xsl:variable name="next" select="following-sibling::*[1]"/>
		<xsl:variable name="end" select="substring(normalize-space(.), string-length(normalize-space(.)))"/>
		<xsl:choose>
			<xsl:when test="self::volume and $next[self::issue]"/>
			<xsl:when test="(self::etal | self::person-group/*[last()][self::etal])[not(node())]"><xsl:text> </xsl:text></xsl:when>
			<xsl:when test="self::fpage and $next[self::lpage]"/>
			<xsl:when test="$next[self::fpage or self::elocation-id or self::page-range] and (self::volume or self::issue)">: </xsl:when>
			<xsl:when test="self::publisher-loc and $next[self::publisher-name]">: </xsl:when>
			<xsl:when test="self::source and $next[self::volume or self::year]"><xsl:text> </xsl:text></xsl:when>
			<xsl:when test="self::name and $next[self::name]">, </xsl:when>
			<xsl:when test="$next[self::year] and (self::person-group or self::collab or self::name or self::etal)"><xsl:text> </xsl:text></xsl:when>
			<xsl:when test="self::day or $next[self::day] or self::month or $next[self::month]"><xsl:text> </xsl:text></xsl:when>
			<xsl:when test="contains('.?!:', $end) and $end"><xsl:text> </xsl:text></xsl:when>
			<xsl:otherwise>. </xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template match="*" mode="jats-cited"><xsl:apply-templates select="." mode="jats"/></xsl:template>
	<xsl:template match="article-title | chapter-title | part-title | data-title | trans-title | publisher-name | publisher-loc | volume | month | day | season | elocation-id | page-range | edition | series | size | conf-name | conf-loc | conf-date
		| conf-sponsor | date-in-citation | comment | gov | patent | version | fpage | std | supplement | string-date | etal[node()] | era | institution | access-date | issue-title | annotation | isbn | issn | page-count | date | volume-series | issue-part" mode="jats-cited">
		<fo:inline><xsl:call-template name="jats-language"/><xsl:apply-templates mode="jats"/></fo:inline>
	</xsl:template>
	<xsl:template match="date-in-citation[year]" mode="jats-cited">
		<xsl:for-each select="year | month | day"><xsl:if test="position() > 1">-</xsl:if><xsl:value-of select="."/></xsl:for-each>
		<xsl:apply-templates select="*[not(self::year or self::month or self::day)]" mode="jats"/>
	</xsl:template>
	<xsl:template match="source | trans-source" mode="jats-cited"><fo:inline font-style="italic"><xsl:call-template name="jats-language"/><xsl:apply-templates mode="jats"/></fo:inline></xsl:template>
	<xsl:template match="year" mode="jats-cited"><xsl:choose><xsl:when test="preceding-sibling::*[1][self::person-group or self::collab or self::name or self::etal]">(<xsl:apply-templates mode="jats"/>)</xsl:when><xsl:otherwise><xsl:apply-templates mode="jats"/></xsl:otherwise></xsl:choose></xsl:template>
	<xsl:template match="issue" mode="jats-cited"><xsl:choose><xsl:when test="preceding-sibling::*[1][self::volume]">(<xsl:apply-templates mode="jats"/>)</xsl:when><xsl:otherwise><xsl:apply-templates mode="jats"/></xsl:otherwise></xsl:choose></xsl:template>
	<xsl:template match="lpage" mode="jats-cited">–<xsl:apply-templates mode="jats"/></xsl:template>
	<xsl:template match="etal" mode="jats-cited">et al.</xsl:template>
	<xsl:template match="etal[node()]" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>
	<xsl:template match="etal" mode="jats">et al.</xsl:template>
	<xsl:template match="pub-id | ref//object-id" mode="jats-cited">
		<xsl:choose>
			<xsl:when test="@pub-id-type = 'doi'"><fo:basic-link external-destination="url('https://doi.org/{normalize-space(.)}')" color="{$second}">doi:<xsl:apply-templates mode="jats"/></fo:basic-link></xsl:when>
			<xsl:otherwise><xsl:if test="@pub-id-type"><xsl:value-of select="@pub-id-type"/>:</xsl:if><xsl:apply-templates mode="jats"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>
	<xsl:template match="pub-id" mode="jats"><xsl:apply-templates mode="jats"/></xsl:template>

	<!-- Surname first, as lists of references have it. -->
	<xsl:template match="name | string-name[surname]" mode="jats-cited">
		<xsl:apply-templates select="surname" mode="jats"/>
		<xsl:if test="given-names"><xsl:if test="not(f:language-at(.) = 'zh' and translate(substring(surname, 1, 1), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '') != '')"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates select="given-names" mode="jats"/></xsl:if>
		<xsl:for-each select="prefix | suffix"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="jats"/></xsl:for-each>
	</xsl:template>
	<xsl:template match="person-group" mode="jats-cited"><xsl:apply-templates select="." mode="jats"/></xsl:template>
	<xsl:template match="person-group" mode="jats">
		<xsl:for-each select="*"><xsl:if test="position() > 1">, </xsl:if><xsl:apply-templates select="." mode="jats-cited"/></xsl:for-each>
		<xsl:if test="@person-group-type = 'editor' and not(role)"> (<xsl:value-of select="f:word('jats.editors', .)"/>)</xsl:if>
	</xsl:template>
</xsl:stylesheet>
