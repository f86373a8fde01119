<?xml version="1.0" encoding="UTF-8"?>
<!-- A day's sessions as cells of a grid: when each begins and ends, in minutes from midnight, and in which column it stands. Pure
     arithmetic; knows nothing of pages. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f exsl">

	<func:function name="f:minutes">
		<xsl:param name="time"/>
		<func:result select="60 * number(substring($time, 1, 2)) + number(substring($time, 4, 2))"/>
	</func:function>

	<func:function name="f:clock">
		<xsl:param name="minutes"/>
		<func:result select="concat(format-number(floor($minutes div 60), '00'), ':', format-number($minutes mod 60, '00'))"/>
	</func:function>

	<!-- The least or greatest of some numbers; 0 where there are none. -->
	<func:function name="f:extreme">
		<xsl:param name="numbers"/>
		<xsl:param name="order"/>
		<xsl:variable name="sorted"><xsl:for-each select="$numbers"><xsl:sort select="." data-type="number" order="{$order}"/><xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if></xsl:for-each></xsl:variable>
		<func:result select="number(concat('0', $sorted))"/>
	</func:function>

	<!-- Where a chain of sessions that overlap in one room ends. -->
	<func:function name="f:chain-end">
		<xsl:param name="there"/>
		<xsl:param name="start"/>
		<xsl:param name="end"/>
		<xsl:variable name="reach" select="f:extreme($there[@start >= $start and @start &lt; $end]/@end, 'descending')"/>
		<xsl:choose>
			<xsl:when test="$reach > $end"><func:result select="f:chain-end($there, $start, $reach)"/></xsl:when>
			<xsl:otherwise><func:result select="$end"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<!-- timed elements: id, room, start and end of each session. One without an end lasts until something else begins, or an hour. -->
	<xsl:template name="timed-sessions">
		<xsl:param name="sessions"/>
		<xsl:for-each select="$sessions">
			<xsl:sort select="@start"/>
			<xsl:variable name="start" select="f:minutes(@start)"/>
			<xsl:variable name="later"><xsl:for-each select="$sessions[f:minutes(@start) > $start]"><m><xsl:value-of select="f:minutes(@start)"/></m></xsl:for-each></xsl:variable>
			<timed id="{@xml:id}" room="{@room}" start="{$start}">
				<xsl:attribute name="end"><xsl:choose>
					<xsl:when test="@end and f:minutes(@end) > $start"><xsl:value-of select="f:minutes(@end)"/></xsl:when>
					<xsl:when test="exsl:node-set($later)/m"><xsl:value-of select="f:extreme(exsl:node-set($later)/m, 'ascending')"/></xsl:when>
					<xsl:otherwise><xsl:value-of select="$start + 60"/></xsl:otherwise>
				</xsl:choose></xsl:attribute>
			</timed>
		</xsl:for-each>
	</xsl:template>

	<!-- Sessions that overlap in one room share a cell: nothing is covered and nothing lost. -->
	<xsl:template name="cells">
		<xsl:param name="timed"/>
		<xsl:for-each select="$timed">
			<xsl:variable name="first" select="."/>
			<xsl:if test="not(preceding-sibling::timed[@room = $first/@room and @end > $first/@start])">
				<xsl:variable name="there" select="$timed[@room = $first/@room]"/>
				<xsl:variable name="end" select="f:chain-end($there, $first/@start, $first/@end)"/>
				<cell room="{@room}" start="{@start}" end="{$end}"><xsl:for-each select="$there[@start >= $first/@start and @start &lt; $end]"><session id="{@id}"/></xsl:for-each></cell>
			</xsl:if>
		</xsl:for-each>
	</xsl:template>

	<!-- The same, each with band="true" where nothing else goes on meanwhile: it may take the grid's whole width. -->
	<xsl:template name="banded-cells">
		<xsl:param name="cells"/>
		<xsl:for-each select="$cells">
			<cell band="{not($cells[@room != current()/@room and @start &lt; current()/@end and @end > current()/@start])}"><xsl:copy-of select="@* | session"/></cell>
		</xsl:for-each>
	</xsl:template>

	<!-- Every minute at which a cell begins or ends, once, in order. -->
	<xsl:template name="bounds">
		<xsl:param name="cells"/>
		<xsl:variable name="minutes"><xsl:for-each select="$cells/@start | $cells/@end"><xsl:sort select="." data-type="number"/><m><xsl:value-of select="."/></m></xsl:for-each></xsl:variable>
		<xsl:for-each select="exsl:node-set($minutes)/m[not(. = preceding-sibling::m[1])]"><bound at="{.}"/></xsl:for-each>
	</xsl:template>
</xsl:stylesheet>
