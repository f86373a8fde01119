<?xml version="1.0" encoding="UTF-8"?>
<!-- The agenda, and item by item what was said. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<!-- Of the conference its sessions; of a session what was spoken, then what was decided. -->
	<xsl:variable name="agenda-items" select="$sessions[not($of)] | $of/k:speech | $of/k:talk | $taken[$of]"/>

	<!-- Is there something beside the titles: times, speakers? -->
	<xsl:variable name="wide-agenda" select="boolean($agenda-items[not(self::k:decision)])"/>

	<xsl:template name="agenda">
		<xsl:if test="$agenda-items">
			<xsl:call-template name="section"><xsl:with-param name="name" select="'agenda'"/></xsl:call-template>
			<fo:table xsl:use-attribute-sets="table">
				<fo:table-column column-width="11mm"/><fo:table-column column-width="proportional-column-width(1)"/><xsl:if test="$wide-agenda"><fo:table-column column-width="54mm"/></xsl:if>
				<fo:table-header><fo:table-row>
					<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'number'"/></xsl:call-template>
					<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'agenda-item'"/></xsl:call-template>
					<xsl:if test="$wide-agenda"><xsl:call-template name="head-cell"><xsl:with-param name="label" select="concat(substring('speaker', 1, 7 * number(boolean($of))), substring('time', 1, 4 * number(not($of))))"/></xsl:call-template></xsl:if>
				</fo:table-row></fo:table-header>
				<fo:table-body>
					<xsl:for-each select="$agenda-items">
						<xsl:sort select="number(boolean(self::k:decision))" data-type="number"/>
						<xsl:sort select="@date"/>
						<xsl:sort select="@start"/>
						<fo:table-row keep-together.within-page="always" c:src="{c:src(.)}">
							<xsl:if test="position() = last() and position() > 1"><xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute></xsl:if>
							<fo:table-cell xsl:use-attribute-sets="cell"><fo:block color="{$primary}" font-weight="bold"><xsl:value-of select="position()"/></fo:block></fo:table-cell>
							<xsl:apply-templates select="." mode="agenda"/>
						</fo:table-row>
					</xsl:for-each>
				</fo:table-body>
			</fo:table>
		</xsl:if>
	</xsl:template>

	<xsl:template match="k:session" mode="agenda">
		<fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></fo:table-cell>
		<fo:table-cell xsl:use-attribute-sets="cell">
			<fo:block><xsl:value-of select="f:date(@date)"/></fo:block>
			<xsl:if test="@start or @room"><fo:block color="{$muted}" font-size="0.86em" line-height="{$second-line}"><xsl:value-of select="f:hours(.)"/><xsl:if test="@start and @room"><xsl:text> · </xsl:text></xsl:if><xsl:value-of select="f:pick(key('by-id', @room)/k:name)"/></fo:block></xsl:if>
		</fo:table-cell>
	</xsl:template>
	<xsl:template match="k:speech | k:talk" mode="agenda">
		<fo:table-cell xsl:use-attribute-sets="cell">
			<xsl:choose>
				<xsl:when test="k:title"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></xsl:when>
				<xsl:otherwise><xsl:call-template name="labels"><xsl:with-param name="name" select="'speech'"/></xsl:call-template></xsl:otherwise>
			</xsl:choose>
		</fo:table-cell>
		<fo:table-cell xsl:use-attribute-sets="cell"><xsl:for-each select="k:speaker"><fo:block><xsl:call-template name="person-names"><xsl:with-param name="person" select="key('by-id', @person)"/></xsl:call-template></fo:block></xsl:for-each></fo:table-cell>
	</xsl:template>
	<xsl:template match="k:decision" mode="agenda">
		<fo:table-cell xsl:use-attribute-sets="cell" number-columns-spanned="{1 + number($wide-agenda)}"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></fo:table-cell>
	</xsl:template>

	<!-- ==== what was said ==== -->

	<xsl:template name="discussion">
		<xsl:if test="$said">
			<xsl:call-template name="section"><xsl:with-param name="name" select="'discussion'"/></xsl:call-template>
			<xsl:for-each select="$said">
				<xsl:sort select="@date"/>
				<xsl:sort select="@start"/>
				<xsl:if test="not($of)">
					<xsl:call-template name="item-heading"><xsl:with-param name="id" select="concat('said-', @xml:id)"/><xsl:with-param name="number" select="f:item-number('discussion', position())"/><xsl:with-param name="titles" select="k:title"/></xsl:call-template>
					<xsl:call-template name="session-line"/>
				</xsl:if>
				<xsl:call-template name="session-said"/>
			</xsl:for-each>
		</xsl:if>
	</xsl:template>

	<!-- When, where, who presided. -->
	<xsl:template name="session-line">
		<fo:block font-size="{$table-size}" line-height="1.45" color="{$muted}" space-after="2mm" keep-together.within-page="always" keep-with-next.within-page="always">
			<xsl:value-of select="f:date(@date)"/>
			<xsl:if test="@start"><xsl:text> · </xsl:text><xsl:value-of select="f:hours(.)"/></xsl:if>
			<xsl:if test="@room"><xsl:text> · </xsl:text><xsl:value-of select="f:pick(key('by-id', @room)/k:name)"/></xsl:if>
			<xsl:for-each select="k:chair"><fo:block c:src="{c:src(.)}"><xsl:value-of select="f:label('chair')"/><xsl:call-template name="colon"/><xsl:call-template name="person-names"><xsl:with-param name="person" select="key('by-id', @person)"/></xsl:call-template></fo:block></xsl:for-each>
		</fo:block>
	</xsl:template>

	<xsl:template name="session-said">
		<xsl:variable name="here" select="$taken[@session = current()/@xml:id]"/>
		<xsl:variable name="in-full" select="@kind != 'forum' or $talks = 'summaries'"/>
		<xsl:call-template name="prose"><xsl:with-param name="texts" select="k:summary"/></xsl:call-template>
		<xsl:for-each select="k:speech | k:talk[$in-full]"><xsl:call-template name="spoken"/></xsl:for-each>
		<xsl:if test="k:talk and not($in-full) and $talks = 'titles'">
			<fo:list-block provisional-distance-between-starts="8mm" provisional-label-separation="2mm" font-size="{$table-size}" line-height="1.45">
				<xsl:for-each select="k:talk">
					<fo:list-item c:src="{c:src(.)}" space-after="1.2mm" keep-together.within-page="always">
						<fo:list-item-label end-indent="label-end()"><fo:block text-align="end" color="{$accent}"><xsl:value-of select="position()"/>.</fo:block></fo:list-item-label>
						<fo:list-item-body start-indent="body-start()">
							<xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template>
							<fo:block color="{$second}"><xsl:call-template name="speakers"/></fo:block>
						</fo:list-item-body>
					</fo:list-item>
				</xsl:for-each>
			</fo:list-block>
		</xsl:if>
		<xsl:if test="$here and not($of)">
			<fo:block font-size="{$table-size}" line-height="1.45" space-before="2mm" padding="1.6mm 2.4mm" margin-left="0mm" margin-right="0mm" background-color="{$tint}" border-left="2pt solid {$accent}" keep-together.within-page="always" keep-with-previous.within-page="always">
				<fo:inline font-family="{$heading-family}" color="{$primary}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="'decisions'"/></xsl:call-template></fo:inline><xsl:call-template name="colon"/>
				<xsl:for-each select="$here"><xsl:if test="position() > 1"><xsl:call-template name="semicolon"/></xsl:if><fo:basic-link internal-destination="{@xml:id}"><xsl:value-of select="f:decision-number(.)"/></fo:basic-link></xsl:for-each>
			</fo:block>
		</xsl:if>
	</xsl:template>

	<xsl:template name="speakers">
		<xsl:for-each select="k:speaker"><xsl:if test="position() > 1"><xsl:call-template name="semicolon"/></xsl:if><xsl:call-template name="person-names"><xsl:with-param name="person" select="key('by-id', @person)"/></xsl:call-template></xsl:for-each>
	</xsl:template>

	<!-- A speech or talk: who, on what, what was said. -->
	<xsl:template name="spoken">
		<fo:block c:src="{c:src(.)}" space-before="4mm" space-after="1mm" keep-together.within-page="always" line-height="1.45">
			<xsl:if test="k:summary"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
			<fo:block font-family="{$heading-family}" font-weight="bold" color="{$second}"><xsl:call-template name="speakers"/></fo:block>
			<xsl:for-each select="k:speaker[last() = 1]"><fo:block font-size="{$table-size}" color="{$muted}"><xsl:call-template name="person-post"><xsl:with-param name="person" select="key('by-id', @person)"/></xsl:call-template></fo:block></xsl:for-each>
			<xsl:if test="k:title"><fo:block font-size="{$table-size}"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></fo:block></xsl:if>
		</fo:block>
		<xsl:call-template name="prose"><xsl:with-param name="texts" select="k:summary"/></xsl:call-template>
	</xsl:template>
</xsl:stylesheet>
