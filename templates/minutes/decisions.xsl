<?xml version="1.0" encoding="UTF-8"?>
<!-- What was decided, and then in one table who does what by when. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f">

	<!-- Its number in the minutes, or else its place among all decisions. -->
	<func:function name="f:decision-number">
		<xsl:param name="decision"/>
		<func:result select="concat($decision/@number, substring(count($decision/preceding-sibling::k:decision) + 1, 1 div not($decision/@number)))"/>
	</func:function>

	<xsl:template name="decided">
		<xsl:call-template name="section"><xsl:with-param name="name" select="'decisions'"/></xsl:call-template>
		<xsl:if test="not($taken)"><fo:block color="{$muted}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="'no-decisions'"/></xsl:call-template></fo:block></xsl:if>
		<xsl:for-each select="$taken">
			<!-- On one page if it is possible; it need not be. -->
			<fo:block keep-together.within-page="1">
				<xsl:call-template name="item-heading"><xsl:with-param name="id" select="@xml:id"/><xsl:with-param name="number" select="concat(f:decision-number(.), substring('　', 1, number($first-language = 'zh')))"/><xsl:with-param name="titles" select="k:title"/></xsl:call-template>
				<fo:block space-before="1.5mm" line-height="0pt" keep-with-next.within-page="always"/>
				<xsl:call-template name="prose"><xsl:with-param name="texts" select="k:text"/></xsl:call-template>
				<xsl:call-template name="decision-facts"/>
			</fo:block>
		</xsl:for-each>
	</xsl:template>

	<!-- State, vote, who and by when: a line each, after its label. -->
	<xsl:template name="decision-facts">
		<fo:block font-size="{$table-size}" line-height="1.45" padding="1.2mm 2.4mm" margin-left="0mm" margin-right="0mm" border-left="2pt solid {$accent}" keep-together.within-page="always" keep-with-previous.within-page="always">
			<fo:block font-weight="bold" color="{$primary}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="concat('decision.', @status, substring('adopted', 1 div not(@status)))"/></xsl:call-template>
				<xsl:if test="@date"><fo:inline font-weight="normal" color="{$muted}"><xsl:text>　</xsl:text><xsl:value-of select="f:date(@date)"/></fo:inline></xsl:if>
			</fo:block>
			<xsl:for-each select="k:vote">
				<fo:block c:src="{c:src(.)}"><xsl:call-template name="fact-label"><xsl:with-param name="name" select="'votes'"/></xsl:call-template>
					<xsl:for-each select="@for | @against | @abstained"><xsl:if test="position() > 1"><xsl:call-template name="comma"/></xsl:if><xsl:call-template name="lower"><xsl:with-param name="text" select="f:label(concat('vote.', name()))"/></xsl:call-template><xsl:text>&#160;</xsl:text><xsl:value-of select="."/></xsl:for-each>
				</fo:block>
			</xsl:for-each>
			<xsl:if test="k:responsible"><fo:block><xsl:call-template name="fact-label"><xsl:with-param name="name" select="'responsible'"/></xsl:call-template><xsl:for-each select="k:responsible"><xsl:if test="position() > 1"><xsl:call-template name="semicolon"/></xsl:if><xsl:call-template name="who"/></xsl:for-each></fo:block></xsl:if>
			<xsl:if test="@due"><fo:block><xsl:call-template name="fact-label"><xsl:with-param name="name" select="'due'"/></xsl:call-template><fo:inline font-weight="bold"><xsl:value-of select="f:date(@due)"/></fo:inline></fo:block></xsl:if>
		</fo:block>
	</xsl:template>

	<xsl:template name="fact-label">
		<xsl:param name="name"/>
		<fo:inline color="{$second}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="$name"/></xsl:call-template></fo:inline><xsl:call-template name="colon"/>
	</xsl:template>

	<!-- A label within a line: its first letter small. -->
	<xsl:template name="lower">
		<xsl:param name="text"/>
		<xsl:value-of select="concat(translate(substring($text, 1, 1), 'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИІЙКЛМНОПРСТУЎФХЦЧШЩЪЫЬЭЮЯ', 'abcdefghijklmnopqrstuvwxyzабвгдеёжзиійклмнопрстуўфхцчшщъыьэюя'), substring($text, 2))"/>
	</xsl:template>

	<xsl:template name="who">
		<fo:inline c:src="{c:src(.)}"><xsl:value-of select="f:pick(key('by-id', @institution)/k:name)"/>
			<xsl:if test="@person"><xsl:call-template name="bracketed"><xsl:with-param name="text" select="f:pick(key('by-id', @person)/k:name)"/></xsl:call-template></xsl:if></fo:inline>
	</xsl:template>

	<xsl:template name="tasks">
		<xsl:if test="$tasks">
			<xsl:call-template name="section"><xsl:with-param name="name" select="'tasks'"/></xsl:call-template>
			<fo:table xsl:use-attribute-sets="table">
				<fo:table-column column-width="32mm"/><fo:table-column column-width="proportional-column-width(44)"/><fo:table-column column-width="proportional-column-width(52)"/><fo:table-column column-width="17mm"/>
				<fo:table-header><fo:table-row>
					<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'due'"/></xsl:call-template>
					<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'decision'"/></xsl:call-template>
					<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'responsible'"/></xsl:call-template>
					<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'number'"/></xsl:call-template>
				</fo:table-row></fo:table-header>
				<fo:table-body>
					<xsl:for-each select="$tasks">
						<xsl:sort select="concat(@due, substring('9999', 1 div not(@due)))"/>
						<fo:table-row keep-together.within-page="always" c:src="{c:src(.)}">
							<xsl:if test="position() = last() and position() > 1"><xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute></xsl:if>
							<fo:table-cell xsl:use-attribute-sets="cell"><fo:block font-weight="bold" color="{$primary}"><xsl:value-of select="f:date(@due)"/><xsl:if test="not(@due)">—</xsl:if></fo:block></fo:table-cell>
							<fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:title"/></xsl:call-template></fo:table-cell>
							<fo:table-cell xsl:use-attribute-sets="cell"><xsl:for-each select="k:responsible"><fo:block xsl:use-attribute-sets="hanging"><xsl:call-template name="who"/></fo:block></xsl:for-each><xsl:if test="not(k:responsible)"><fo:block>—</fo:block></xsl:if></fo:table-cell>
							<fo:table-cell xsl:use-attribute-sets="cell"><fo:block><fo:basic-link internal-destination="{@xml:id}"><xsl:value-of select="f:decision-number(.)"/></fo:basic-link></fo:block></fo:table-cell>
						</fo:table-row>
					</xsl:for-each>
				</fo:table-body>
			</fo:table>
		</xsl:if>
	</xsl:template>
</xsl:stylesheet>
