<?xml version="1.0" encoding="UTF-8"?>
<!-- A day as a grid: hours down, rooms across, each session as long as it lasts. What goes on alone has the whole width. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="k f exsl">

	<!-- The context: a session of the day. -->
	<xsl:template name="grid-of-day">
		<xsl:variable name="sessions" select="key('session-by-day', @date)"/>
		<xsl:if test="$sessions/@start">
			<xsl:variable name="timed"><xsl:call-template name="timed-sessions"><xsl:with-param name="sessions" select="$sessions[@start]"/></xsl:call-template></xsl:variable>
			<xsl:variable name="cells"><xsl:call-template name="cells"><xsl:with-param name="timed" select="exsl:node-set($timed)/timed"/></xsl:call-template></xsl:variable>
			<xsl:variable name="banded"><xsl:call-template name="banded-cells"><xsl:with-param name="cells" select="exsl:node-set($cells)/cell"/></xsl:call-template></xsl:variable>
			<xsl:variable name="bounds"><xsl:call-template name="bounds"><xsl:with-param name="cells" select="exsl:node-set($cells)/cell"/></xsl:call-template></xsl:variable>
			<xsl:variable name="parallel" select="exsl:node-set($banded)/cell[@band = 'false']"/>
			<xsl:variable name="columns">
				<xsl:for-each select="/k:conference/k:place/k:room[@xml:id = $parallel/@room]"><column room="{@xml:id}"/></xsl:for-each>
				<xsl:if test="$parallel[@room = '']"><column room=""/></xsl:if>
			</xsl:variable>
			<!-- What comes one after the other stands in the leaflet's list already. -->
			<xsl:if test="$parallel or $poster != ''">
				<xsl:call-template name="grid-page">
					<xsl:with-param name="sessions" select="$sessions"/>
					<xsl:with-param name="cells" select="exsl:node-set($banded)/cell"/>
					<xsl:with-param name="bounds" select="exsl:node-set($bounds)/bound"/>
					<xsl:with-param name="columns" select="exsl:node-set($columns)/column"/>
				</xsl:call-template>
			</xsl:if>
		</xsl:if>
	</xsl:template>

	<!-- As many columns as a page has room for, and then those that are left. -->
	<xsl:template name="grid-page">
		<xsl:param name="sessions"/>
		<xsl:param name="cells"/>
		<xsl:param name="bounds"/>
		<xsl:param name="columns"/>
		<xsl:param name="number" select="1"/>
		<xsl:variable name="here" select="$columns[position() &lt;= $rooms]"/>
		<xsl:variable name="turned" select="$poster = '' and count($here) > 3"/>
		<xsl:variable name="height"><xsl:choose><xsl:when test="$poster != ''"><xsl:value-of select="128 * $scale"/></xsl:when><xsl:when test="$turned">123.5</xsl:when><xsl:otherwise>181</xsl:otherwise></xsl:choose></xsl:variable>
		<fo:page-sequence id="grid-{@date}-{$number}">
			<xsl:attribute name="master-reference"><xsl:choose><xsl:when test="$poster != ''">poster</xsl:when><xsl:when test="$turned">turned</xsl:when><xsl:otherwise>leaflet</xsl:otherwise></xsl:choose></xsl:attribute>
			<fo:title><xsl:value-of select="f:date(@date)"/></fo:title>
			<xsl:if test="$poster = ''"><xsl:call-template name="leaflet-notes"/><xsl:call-template name="leaflet-feet"/></xsl:if>
			<fo:flow flow-name="xsl-region-body">
				<!-- One page, whatever the languages: what is too much is set smaller. -->
				<fo:block-container height="{$height}mm" font-size="{7.5 * $scale}pt" line-height="1.25" fox:overflow-condense="font-size" fox:overflow-condense-limit-font-size="{2.5 * $scale}pt">
					<xsl:call-template name="grid-head"/>
					<xsl:call-template name="grid-table">
						<xsl:with-param name="sessions" select="$sessions"/>
						<xsl:with-param name="cells" select="$cells"/>
						<xsl:with-param name="bounds" select="$bounds"/>
						<xsl:with-param name="columns" select="$here"/>
						<xsl:with-param name="height" select="($height - 24 * $scale) * 0.86"/>
					</xsl:call-template>
					<xsl:if test="$sessions[not(@start)]">
						<fo:block space-before="{2 * $scale}mm"><fo:inline color="{$primary}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="'untimed'"/></xsl:call-template></fo:inline><xsl:call-template name="colon"/>
							<xsl:for-each select="$sessions[not(@start)]"><xsl:if test="position() > 1"><xsl:call-template name="semicolon"/></xsl:if><fo:inline c:src="{c:src(.)}"><xsl:value-of select="f:pick(k:title)"/></fo:inline></xsl:for-each>
						</fo:block>
					</xsl:if>
					<xsl:if test="$poster != '' and /k:conference/@specimen = 'true'"><fo:block font-size="0.86em" color="{$accent}" space-before="{2 * $scale}mm"><xsl:value-of select="f:pick(/k:conference/k:notice)"/></fo:block></xsl:if>
				</fo:block-container>
			</fo:flow>
		</fo:page-sequence>
		<xsl:if test="count($columns) > $rooms">
			<xsl:call-template name="grid-page">
				<xsl:with-param name="sessions" select="$sessions"/>
				<xsl:with-param name="cells" select="$cells"/>
				<xsl:with-param name="bounds" select="$bounds"/>
				<xsl:with-param name="columns" select="$columns[position() > $rooms]"/>
				<xsl:with-param name="number" select="$number + 1"/>
			</xsl:call-template>
		</xsl:if>
	</xsl:template>

	<xsl:template name="grid-head">
		<fo:block role="H1" font-family="{$heading-family}" font-size="1.7em" line-height="1.3" font-weight="bold" color="{$primary}" keep-together.within-page="always" keep-with-next.within-page="always" space-after="{1.5 * $scale}mm">
			<xsl:call-template name="date-line"><xsl:with-param name="date" select="string(@date)"/></xsl:call-template>
		</fo:block>
		<xsl:if test="$poster != ''">
			<fo:block color="{$muted}" space-after="{1.5 * $scale}mm"><xsl:value-of select="f:pick(/k:conference/k:title)"/></fo:block>
		</xsl:if>
	</xsl:template>

	<!-- height: of all rows together, in mm, where no text needs more. -->
	<xsl:template name="grid-table">
		<xsl:param name="sessions"/>
		<xsl:param name="cells"/>
		<xsl:param name="bounds"/>
		<xsl:param name="columns"/>
		<xsl:param name="height"/>
		<!-- Pauses take no height of their own. -->
		<xsl:variable name="minutes"><xsl:for-each select="$bounds[position() &lt; last()]"><xsl:variable name="at" select="number(@at)"/><m><xsl:value-of select="(following-sibling::bound[1]/@at - $at) * number(boolean($cells[@start &lt;= $at and @end > $at]))"/></m></xsl:for-each></xsl:variable>
		<xsl:variable name="unit" select="$height div sum(exsl:node-set($minutes)/m)"/>
		<fo:table table-layout="fixed" width="100%" border-collapse="collapse" border-top="1pt solid {$primary}" border-bottom="1pt solid {$primary}" hyphenate="true" hyphenation-remain-character-count="4" hyphenation-push-character-count="4">
			<fo:table-column column-width="{10 * $scale}mm"/>
			<xsl:for-each select="$columns"><fo:table-column column-width="proportional-column-width(1)"/></xsl:for-each>
			<xsl:if test="not($columns)"><fo:table-column column-width="proportional-column-width(1)"/></xsl:if>
			<fo:table-header><fo:table-row>
				<fo:table-cell xsl:use-attribute-sets="grid-head-cell"><xsl:call-template name="labels"><xsl:with-param name="name" select="'time'"/><xsl:with-param name="quiet" select="$on-header"/></xsl:call-template></fo:table-cell>
				<xsl:for-each select="$columns">
					<xsl:variable name="room" select="string(@room)"/>
					<fo:table-cell xsl:use-attribute-sets="grid-head-cell">
						<xsl:for-each select="$document">
							<xsl:if test="$room != ''"><xsl:call-template name="texts"><xsl:with-param name="texts" select="key('by-id', $room)/k:name"/><xsl:with-param name="weight" select="'bold'"/><xsl:with-param name="quiet" select="$on-header"/></xsl:call-template></xsl:if>
							<xsl:if test="$room = ''"><xsl:call-template name="labels"><xsl:with-param name="name" select="'elsewhere'"/><xsl:with-param name="quiet" select="$on-header"/></xsl:call-template></xsl:if>
						</xsl:for-each>
					</fo:table-cell>
				</xsl:for-each>
				<xsl:if test="not($columns)"><fo:table-cell xsl:use-attribute-sets="grid-head-cell"><xsl:call-template name="labels"><xsl:with-param name="name" select="'session'"/><xsl:with-param name="quiet" select="$on-header"/></xsl:call-template></fo:table-cell></xsl:if>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<xsl:for-each select="$bounds[position() &lt; last()]">
					<xsl:variable name="at" select="number(@at)"/>
					<xsl:variable name="until" select="number(following-sibling::bound[1]/@at)"/>
					<xsl:call-template name="grid-row">
						<xsl:with-param name="sessions" select="$sessions"/>
						<xsl:with-param name="running" select="$cells[@start &lt;= $at and @end > $at]"/>
						<xsl:with-param name="bounds" select="$bounds"/>
						<xsl:with-param name="columns" select="$columns"/>
						<xsl:with-param name="at" select="$at"/>
						<xsl:with-param name="height" select="($until - $at) * $unit"/>
					</xsl:call-template>
				</xsl:for-each>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<!-- running: the cells that begin at this minute or go on; none in a pause. -->
	<xsl:template name="grid-row">
		<xsl:param name="sessions"/>
		<xsl:param name="running"/>
		<xsl:param name="bounds"/>
		<xsl:param name="columns"/>
		<xsl:param name="at"/>
		<xsl:param name="height"/>
		<xsl:variable name="width" select="count($columns) + number(not($columns))"/>
		<xsl:variable name="band" select="$running[@band = 'true']"/>
		<fo:table-row>
			<xsl:attribute name="height"><xsl:value-of select="format-number($height * number(boolean($running)) + (($height > 2 * $scale) * 2 * $scale + ($height &lt;= 2 * $scale) * $height) * number(not($running)), '0.##')"/>mm</xsl:attribute>
			<xsl:choose>
				<xsl:when test="not($running)"><fo:table-cell number-columns-spanned="{$width + 1}" border-top="0.4pt solid {$rule}"><fo:block line-height="0pt"/></fo:table-cell></xsl:when>
				<xsl:otherwise>
					<fo:table-cell role="TH" xsl:use-attribute-sets="grid-cell"><fo:block font-weight="bold" color="{$primary}"><xsl:value-of select="f:clock($at)"/></fo:block></fo:table-cell>
					<xsl:if test="$band"><xsl:call-template name="grid-cell"><xsl:with-param name="sessions" select="$sessions[@xml:id = $band/session/@id]"/><xsl:with-param name="columns" select="$width"/><xsl:with-param name="placed" select="true()"/><xsl:with-param name="items" select="not($columns)"/></xsl:call-template></xsl:if>
					<xsl:for-each select="$columns[not($band)]">
						<xsl:variable name="cell" select="$running[@room = current()/@room]"/>
						<xsl:if test="$cell and $cell/@start = $at"><xsl:call-template name="grid-cell"><xsl:with-param name="sessions" select="$sessions[@xml:id = $cell/session/@id]"/><xsl:with-param name="rows" select="count($bounds[@at >= $cell/@start and @at &lt; $cell/@end])"/></xsl:call-template></xsl:if>
						<xsl:if test="not($cell)"><fo:table-cell xsl:use-attribute-sets="grid-cell"><fo:block line-height="0pt"/></fo:table-cell></xsl:if>
					</xsl:for-each>
				</xsl:otherwise>
			</xsl:choose>
		</fo:table-row>
	</xsl:template>

	<!-- placed: the cell names the room, since no column does; items: and what is spoken, since there is room. -->
	<xsl:template name="grid-cell">
		<xsl:param name="sessions"/>
		<xsl:param name="columns" select="1"/>
		<xsl:param name="rows" select="1"/>
		<xsl:param name="placed" select="false()"/>
		<xsl:param name="items" select="false()"/>
		<xsl:variable name="kind" select="$sessions[1]/@kind"/>
		<xsl:variable name="quiet" select="$kind = 'meal' or $kind = 'break' or $kind = 'registration'"/>
		<fo:table-cell xsl:use-attribute-sets="grid-cell" number-columns-spanned="{$columns}" number-rows-spanned="{$rows}">
			<xsl:if test="not($quiet)"><xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute></xsl:if>
			<xsl:attribute name="border-left"><xsl:value-of select="2 * $scale"/>pt solid <xsl:choose><xsl:when test="$kind = 'opening' or $kind = 'plenary' or $kind = 'closing' or $kind = 'ceremony'"><xsl:value-of select="$primary"/></xsl:when><xsl:when test="$quiet"><xsl:value-of select="$rule"/></xsl:when><xsl:otherwise><xsl:value-of select="$second"/></xsl:otherwise></xsl:choose></xsl:attribute>
			<xsl:for-each select="$sessions">
				<xsl:sort select="@start"/>
				<fo:block c:src="{c:src(.)}">
					<xsl:if test="position() > 1"><xsl:attribute name="space-before">0.6em</xsl:attribute></xsl:if>
					<xsl:if test="not($quiet)"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
					<xsl:choose>
						<xsl:when test="$placed"><fo:inline font-size="0.86em" font-weight="normal" color="{$muted}"><xsl:value-of select="f:hours(.)"/></fo:inline><xsl:text> </xsl:text></xsl:when>
						<xsl:otherwise><fo:block font-size="0.86em" font-weight="normal" color="{$muted}"><xsl:value-of select="f:hours(.)"/></fo:block></xsl:otherwise>
					</xsl:choose>
					<xsl:call-template name="text"><xsl:with-param name="texts" select="k:title"/></xsl:call-template>
					<xsl:if test="$placed and @room"><fo:inline font-weight="normal" color="{$second}"><xsl:text> · </xsl:text><xsl:value-of select="f:pick(key('by-id', @room)/k:name)"/></fo:inline></xsl:if>
				</fo:block>
				<xsl:if test="f:has-others(k:title)"><fo:block color="{$muted}" font-size="0.8em" line-height="{$second-line}"><xsl:call-template name="other-texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></fo:block></xsl:if>
				<xsl:for-each select="f:listed(.)[$items]">
					<fo:block space-before="0.2em" c:src="{c:src(.)}"><fo:inline color="{$muted}" font-size="0.86em"><xsl:value-of select="@start"/></fo:inline><xsl:text> </xsl:text><xsl:if test="k:title"><xsl:value-of select="f:pick(k:title)"/><xsl:text> · </xsl:text></xsl:if><fo:inline color="{$second}"><xsl:for-each select="k:speaker"><xsl:if test="position() > 1"><xsl:call-template name="comma"/></xsl:if><xsl:value-of select="f:pick(key('by-id', @person)/k:name)"/></xsl:for-each></fo:inline></fo:block>
				</xsl:for-each>
			</xsl:for-each>
		</fo:table-cell>
	</xsl:template>

	<xsl:attribute-set name="grid-cell">
		<xsl:attribute name="padding"><xsl:value-of select="concat(0.5 * $scale, 'mm ', 1 * $scale, 'mm')"/></xsl:attribute>
		<xsl:attribute name="border">0.4pt solid <xsl:value-of select="$rule"/></xsl:attribute>
	</xsl:attribute-set>
	<xsl:attribute-set name="grid-head-cell" use-attribute-sets="head-cell">
		<xsl:attribute name="padding"><xsl:value-of select="concat(0.8 * $scale, 'mm ', 1 * $scale, 'mm')"/></xsl:attribute>
	</xsl:attribute-set>
</xsl:stylesheet>
