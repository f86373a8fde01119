<?xml version="1.0" encoding="UTF-8"?>
<!-- Minutes and decisions, of the conference or of one session: who was present, the agenda, what was said, what was decided, who does
     what by when, signatures. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f exsl">

	<xsl:include href="common/theme.xsl"/>
	<xsl:include href="common/language.xsl"/>
	<xsl:include href="common/prose.xsl"/>
	<xsl:include href="common/pages.xsl"/>
	<xsl:include href="common/names.xsl"/>
	<xsl:include href="common/data.xsl"/>
	<xsl:include href="report/glance.xsl"/>
	<xsl:include href="minutes/head.xsl"/>
	<xsl:include href="minutes/present.xsl"/>
	<xsl:include href="minutes/agenda.xsl"/>
	<xsl:include href="minutes/decisions.xsl"/>
	<xsl:include href="minutes/signatures.xsl"/>

	<!-- Of one session only: its xml:id. Empty: of the conference. -->
	<xsl:param name="session"/>
	<!-- Roles whose people are listed by name, with spaces between. Empty: all roles where at most 60 people were present, else guests and
	     moderators. -->
	<xsl:param name="named"/>
	<!-- What stands of the talks in the forums: titles, summaries or none. -->
	<xsl:param name="talks" select="'titles'"/>

	<xsl:output method="xml" encoding="UTF-8"/>

	<!-- The session, or nothing where the minutes are the conference's. -->
	<xsl:variable name="of" select="/k:conference/k:programme/k:session[@xml:id = $session]"/>
	<xsl:variable name="sessions" select="$of | /k:conference[$session = '']/k:programme/k:session[not(@kind = 'meal' or @kind = 'break' or @kind = 'registration' or @kind = 'visit' or @kind = 'exhibition')]"/>
	<xsl:variable name="taken" select="$decisions[$session = '' or @session = $session]"/>
	<xsl:variable name="tasks" select="$taken[@due or (k:responsible and not(@status = 'noted' or @status = 'rejected'))]"/>
	<xsl:variable name="said" select="$sessions[k:summary or k:speech or k:talk[$talks != 'none' or k:summary]]"/>

	<!-- Which of the sections there are: their numbers depend on it. -->
	<xsl:variable name="section-list">
		<xsl:if test="$present or /k:conference/k:count[@of = 'persons']"><section name="present"/></xsl:if>
		<xsl:if test="$agenda-items"><section name="agenda"/></xsl:if>
		<xsl:if test="$said"><section name="discussion"/></xsl:if>
		<section name="decisions"/>
		<xsl:if test="$tasks"><section name="tasks"/></xsl:if>
	</xsl:variable>
	<xsl:variable name="sections" select="exsl:node-set($section-list)/section"/>

	<xsl:template match="/k:conference">
		<xsl:call-template name="check-languages"/>
		<xsl:call-template name="check-roles"><xsl:with-param name="parameter" select="'named'"/><xsl:with-param name="roles" select="$named"/></xsl:call-template>
		<xsl:if test="$session != '' and not($of)"><xsl:message terminate="yes">session: there is no session '<xsl:value-of select="$session"/>'</xsl:message></xsl:if>
		<xsl:if test="not($talks = 'titles' or $talks = 'summaries' or $talks = 'none')"><xsl:message terminate="yes">talks: expected titles, summaries or none, got '<xsl:value-of select="$talks"/>'</xsl:message></xsl:if>
		<fo:root xml:lang="{f:tag($first-language)}" font-family="{$text-family}" font-size="{$text-size}" line-height="{f:size('line')}" color="{$ink}">
			<xsl:call-template name="page-masters"/>
			<xsl:call-template name="metadata"><xsl:with-param name="label" select="'minutes'"/></xsl:call-template>
			<fo:bookmark-tree>
				<xsl:for-each select="$sections"><fo:bookmark internal-destination="{@name}"><fo:bookmark-title><xsl:value-of select="f:label(string(@name))"/></fo:bookmark-title></fo:bookmark></xsl:for-each>
				<fo:bookmark internal-destination="signatures"><fo:bookmark-title><xsl:value-of select="f:label('signatures')"/></fo:bookmark-title></fo:bookmark>
			</fo:bookmark-tree>
			<fo:page-sequence id="document" master-reference="text">
				<xsl:call-template name="page-furniture"/>
				<fo:flow flow-name="xsl-region-body" text-align="start">
					<xsl:call-template name="title-block"/>
					<xsl:call-template name="present"/>
					<xsl:call-template name="agenda"/>
					<xsl:call-template name="discussion"/>
					<xsl:call-template name="decided"/>
					<xsl:call-template name="tasks"/>
					<xsl:call-template name="signatures"/>
				</fo:flow>
			</fo:page-sequence>
		</fo:root>
	</xsl:template>

	<!-- A section's number as its languages count: 三、 or 3. -->
	<func:function name="f:section-number">
		<xsl:param name="name"/>
		<xsl:variable name="number" select="count($sections[@name = $name]/preceding-sibling::section) + 1"/>
		<xsl:choose>
			<xsl:when test="$first-language = 'zh'"><func:result select="f:heading-number(concat('1.', $number))"/></xsl:when>
			<xsl:otherwise><func:result select="concat($number, '.&#160;')"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<!-- The number of an item within a section: （二） or 3.2. -->
	<func:function name="f:item-number">
		<xsl:param name="name"/>
		<xsl:param name="item"/>
		<xsl:variable name="number" select="count($sections[@name = $name]/preceding-sibling::section) + 1"/>
		<func:result select="f:heading-number(concat(substring('1.', 1, 2 * number($first-language = 'zh')), $number, '.', $item))"/>
	</func:function>

	<xsl:template name="section">
		<xsl:param name="name"/>
		<xsl:call-template name="heading"><xsl:with-param name="label" select="$name"/><xsl:with-param name="id" select="$name"/><xsl:with-param name="number" select="f:section-number($name)"/></xsl:call-template>
	</xsl:template>

	<!-- A heading within a section, in all languages. -->
	<xsl:template name="item-heading">
		<xsl:param name="id"/>
		<xsl:param name="number"/>
		<xsl:param name="titles"/>
		<fo:block id="{$id}" role="H3" c:src="{c:src(.)}" font-family="{$heading-family}" font-size="{f:size('heading-3')}" line-height="1.4" font-weight="bold" color="{$primary}"
		          space-before="6mm" hyphenate="false" keep-together.within-page="always" keep-with-next.within-page="always">
			<fo:inline color="{$accent}"><xsl:value-of select="$number"/><xsl:if test="$first-language != 'zh'"><xsl:text>&#160; </xsl:text></xsl:if></fo:inline>
			<xsl:call-template name="text"><xsl:with-param name="texts" select="$titles"/></xsl:call-template>
			<xsl:if test="f:has-others($titles)">
				<fo:block font-weight="normal" font-size="0.86em" color="{$muted}"><xsl:call-template name="other-texts"><xsl:with-param name="texts" select="$titles"/></xsl:call-template></fo:block>
			</xsl:if>
		</fo:block>
	</xsl:template>
</xsl:stylesheet>
