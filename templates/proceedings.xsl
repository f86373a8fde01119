<?xml version="1.0" encoding="UTF-8"?>
<!-- The proceedings, a book: half title, title page, imprint, contents; speeches and programme; a part for each cluster with its papers;
     participants; indexes of persons and institutions. Front matter has roman folios, the rest arabic ones. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<xsl:include href="common/theme.xsl"/>
	<xsl:include href="common/language.xsl"/>
	<xsl:include href="common/prose.xsl"/>
	<xsl:include href="common/pages.xsl"/>
	<xsl:include href="common/names.xsl"/>
	<xsl:include href="common/data.xsl"/>
	<xsl:include href="report/programme.xsl"/>
	<xsl:include href="report/attendance.xsl"/>
	<xsl:include href="jats/article.xsl"/>
	<xsl:include href="proceedings/front.xsl"/>
	<xsl:include href="proceedings/contents.xsl"/>
	<xsl:include href="proceedings/papers.xsl"/>
	<xsl:include href="proceedings/index.xsl"/>

	<!-- ISBN of the book, for the imprint; none where it is empty. -->
	<xsl:param name="isbn"/>
	<!-- Shall all participants be listed? yes or no. -->
	<xsl:param name="participants" select="'yes'"/>

	<xsl:output method="xml" encoding="UTF-8"/>

	<xsl:variable name="article-level" select="2"/>
	<xsl:variable name="article-title-size">18pt</xsl:variable>
	<xsl:variable name="papers" select="/k:conference/k:papers/k:paper"/>
	<xsl:variable name="stray-papers" select="$papers[not(@cluster = $clusters/@xml:id)]"/>
	<xsl:variable name="parts" select="$clusters[@xml:id = $papers/@cluster]"/>
	<xsl:variable name="lists-participants" select="$attendees and $participants != 'no'"/>
	<xsl:key name="paper-by-cluster" match="k:paper" use="@cluster"/>

	<xsl:template match="/k:conference">
		<xsl:call-template name="check-languages"/>
		<xsl:if test="not($participants = 'yes' or $participants = 'no')"><xsl:message terminate="yes">participants: expected yes or no, got '<xsl:value-of select="$participants"/>'</xsl:message></xsl:if>
		<fo:root xml:lang="{f:tag($first-language)}" font-family="{$text-family}" font-size="{$text-size}" line-height="{f:size('line')}" color="{$ink}">
			<xsl:call-template name="page-masters"/>
			<xsl:call-template name="metadata"><xsl:with-param name="label" select="'proceedings'"/></xsl:call-template>
			<fo:bookmark-tree><xsl:call-template name="book-entries"><xsl:with-param name="as" select="'bookmark'"/></xsl:call-template></fo:bookmark-tree>
			<xsl:call-template name="front-matter"/>
			<xsl:if test="$speeches or $has-programme">
				<fo:page-sequence master-reference="text" initial-page-number="1">
					<xsl:call-template name="book-furniture"/>
					<fo:flow flow-name="xsl-region-body" text-align="start">
						<xsl:call-template name="speeches"/>
						<xsl:call-template name="programme"/>
					</fo:flow>
				</fo:page-sequence>
			</xsl:if>
			<xsl:for-each select="$parts"><xsl:call-template name="part"/></xsl:for-each>
			<xsl:if test="$stray-papers"><xsl:call-template name="stray-part"/></xsl:if>
			<xsl:if test="$lists-participants">
				<fo:page-sequence master-reference="text" initial-page-number="auto-odd">
					<xsl:call-template name="book-furniture"/>
					<fo:flow flow-name="xsl-region-body" text-align="start"><xsl:call-template name="participants"/></fo:flow>
				</fo:page-sequence>
			</xsl:if>
			<xsl:call-template name="indexes"/>
		</fo:root>
	</xsl:template>

	<xsl:template name="participants">
		<xsl:call-template name="chapter"><xsl:with-param name="id" select="'attendance'"/><xsl:with-param name="label" select="'participants'"/></xsl:call-template>
		<xsl:call-template name="attendee-table"/>
	</xsl:template>

	<!-- At the left the book or its part, at the right the chapter or paper. -->
	<xsl:template name="book-furniture">
		<xsl:param name="part" select="f:pick(k:short | k:title[not(../k:short)])"/>
		<xsl:if test="f:choice('running-head') = 'yes'">
			<fo:static-content flow-name="even-head"><xsl:call-template name="book-head"><xsl:with-param name="start"><xsl:value-of select="$part"/></xsl:with-param></xsl:call-template></fo:static-content>
			<fo:static-content flow-name="odd-head"><xsl:call-template name="book-head"><xsl:with-param name="end"><fo:retrieve-marker retrieve-class-name="chapter"/></xsl:with-param></xsl:call-template></fo:static-content>
		</xsl:if>
		<fo:static-content flow-name="even-foot"><xsl:call-template name="folio"><xsl:with-param name="side" select="'even'"/></xsl:call-template></fo:static-content>
		<fo:static-content flow-name="odd-foot"><xsl:call-template name="folio"><xsl:with-param name="side" select="'odd'"/></xsl:call-template></fo:static-content>
		<xsl:call-template name="footnote-line"/>
	</xsl:template>

	<xsl:template name="book-head">
		<xsl:param name="start"/>
		<xsl:param name="end"/>
		<fo:block font-family="{$heading-family}" font-size="{$small-size}" color="{$muted}" text-align-last="justify" line-height="1.3" border-bottom="0.5pt solid {$rule}" padding-after="1.2mm" hyphenate="false">
			<xsl:copy-of select="$start"/><fo:leader leader-pattern="space"/><xsl:copy-of select="$end"/>
		</fo:block>
	</xsl:template>
</xsl:stylesheet>
