<?xml version="1.0" encoding="UTF-8"?>
<!-- Paper: page masters, running heads and feet, chapters and headings. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="k f">

	<xsl:template name="page-masters">
		<xsl:param name="poster-size" select="'A4'"/>
		<xsl:variable name="dashes" select="number(f:choice('folio') = 'dashes')"/>
		<fo:layout-master-set>
			<fo:simple-page-master master-name="cover" page-width="{f:size('width')}" page-height="{f:size('height')}"><fo:region-body/></fo:simple-page-master>
			<xsl:call-template name="text-master">
				<xsl:with-param name="name" select="'odd'"/>
				<xsl:with-param name="left" select="f:size('inside')"/>
				<xsl:with-param name="right" select="f:size('outside')"/>
			</xsl:call-template>
			<xsl:call-template name="text-master">
				<xsl:with-param name="name" select="'even'"/>
				<xsl:with-param name="left" select="f:size('outside')"/>
				<xsl:with-param name="right" select="f:size('inside')"/>
			</xsl:call-template>
			<!-- Title pages and openings: the text's margins, no head and no foot. -->
			<fo:simple-page-master master-name="display" page-width="{f:size('width')}" page-height="{f:size('height')}"
			                       margin-left="{f:size('inside')}" margin-right="{f:size('outside')}" margin-top="{f:size('top')}" margin-bottom="{f:size('bottom')}"><fo:region-body/></fo:simple-page-master>
			<fo:simple-page-master master-name="blank" page-width="{f:size('width')}" page-height="{f:size('height')}"><fo:region-body region-name="blank-body"/></fo:simple-page-master>
			<fo:page-sequence-master master-name="text">
				<fo:repeatable-page-master-alternatives>
					<fo:conditional-page-master-reference master-reference="blank" blank-or-not-blank="blank"/>
					<fo:conditional-page-master-reference master-reference="odd" odd-or-even="odd"/>
					<fo:conditional-page-master-reference master-reference="even" odd-or-even="even"/>
				</fo:repeatable-page-master-alternatives>
			</fo:page-sequence-master>
			<!-- Landscape, for wide tables; and a sheet to hang up, A4 or A3. -->
			<fo:simple-page-master master-name="wide" page-width="{f:size('height')}" page-height="{f:size('width')}" margin-left="14mm" margin-right="14mm" margin-top="10mm" margin-bottom="9mm">
				<fo:region-body margin-top="11mm" margin-bottom="{9 + 4 * $dashes}mm"/>
				<fo:region-before region-name="odd-head" extent="8mm"/>
				<fo:region-after region-name="odd-foot" extent="{6 + 5 * $dashes}mm" display-align="after"/>
			</fo:simple-page-master>
			<fo:simple-page-master master-name="poster" page-width="{297 + 123 * number($poster-size = 'A3')}mm" page-height="{210 + 87 * number($poster-size = 'A3')}mm" margin="{12 + 5 * number($poster-size = 'A3')}mm"><fo:region-body/></fo:simple-page-master>
			<xsl:call-template name="index-masters"/>
		</fo:layout-master-set>
	</xsl:template>

	<!-- The same pages with two columns. -->
	<xsl:template name="index-masters">
		<xsl:call-template name="text-master">
			<xsl:with-param name="name" select="'odd'"/>
			<xsl:with-param name="master" select="'index-odd'"/>
			<xsl:with-param name="left" select="f:size('inside')"/>
			<xsl:with-param name="right" select="f:size('outside')"/>
			<xsl:with-param name="columns" select="2"/>
		</xsl:call-template>
		<xsl:call-template name="text-master">
			<xsl:with-param name="name" select="'even'"/>
			<xsl:with-param name="master" select="'index-even'"/>
			<xsl:with-param name="left" select="f:size('outside')"/>
			<xsl:with-param name="right" select="f:size('inside')"/>
			<xsl:with-param name="columns" select="2"/>
		</xsl:call-template>
		<fo:page-sequence-master master-name="index">
			<fo:repeatable-page-master-alternatives>
				<fo:conditional-page-master-reference master-reference="index-odd" odd-or-even="odd"/>
				<fo:conditional-page-master-reference master-reference="index-even" odd-or-even="even"/>
			</fo:repeatable-page-master-alternatives>
		</fo:page-sequence-master>
	</xsl:template>

	<xsl:template name="text-master">
		<xsl:param name="name"/>
		<xsl:param name="master" select="$name"/>
		<xsl:param name="left"/>
		<xsl:param name="right"/>
		<xsl:param name="columns" select="1"/>
		<fo:simple-page-master master-name="{$master}" page-width="{f:size('width')}" page-height="{f:size('height')}"
		                       margin-left="{$left}" margin-right="{$right}" margin-top="{f:size('head')}" margin-bottom="{f:size('foot')}">
			<fo:region-body margin-top="{f:size('top')} - {f:size('head')}" margin-bottom="{f:size('bottom')} - {f:size('foot')}" column-count="{$columns}" column-gap="8mm"/>
			<fo:region-before region-name="{$name}-head" extent="8mm"/>
			<xsl:call-template name="foot-region"><xsl:with-param name="name" select="$name"/></xsl:call-template>
		</fo:simple-page-master>
	</xsl:template>

	<!-- A folio between dashes has a line of its own. -->
	<xsl:template name="foot-region">
		<xsl:param name="name"/>
		<xsl:choose>
			<xsl:when test="f:choice('folio') = 'dashes'"><fo:region-after region-name="{$name}-foot" extent="14mm"/></xsl:when>
			<xsl:otherwise><fo:region-after region-name="{$name}-foot" extent="6mm" display-align="after"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<!-- Heads and feet of a page sequence. last: id of the last page's last block. -->
	<xsl:template name="page-furniture">
		<xsl:variable name="short" select="f:pick(/k:conference/k:short | /k:conference/k:title[not(/k:conference/k:short)])"/>
		<xsl:call-template name="head"><xsl:with-param name="side" select="'odd'"/><xsl:with-param name="short" select="$short"/></xsl:call-template>
		<xsl:call-template name="head"><xsl:with-param name="side" select="'even'"/><xsl:with-param name="short" select="$short"/></xsl:call-template>
		<xsl:call-template name="foot"><xsl:with-param name="side" select="'odd'"/></xsl:call-template>
		<xsl:call-template name="foot"><xsl:with-param name="side" select="'even'"/></xsl:call-template>
		<xsl:call-template name="footnote-line"/>
	</xsl:template>

	<xsl:template name="footnote-line">
		<fo:static-content flow-name="xsl-footnote-separator">
			<fo:block space-before="2mm" line-height="8pt"><fo:leader leader-pattern="rule" leader-length="30mm" rule-thickness="0.4pt" color="{$accent}"/></fo:block>
		</fo:static-content>
	</xsl:template>

	<xsl:template name="head">
		<xsl:param name="side"/>
		<xsl:param name="short"/>
		<xsl:if test="f:choice('running-head') = 'yes'"><fo:static-content flow-name="{$side}-head">
			<fo:block font-family="{$heading-family}" font-size="{$small-size}" color="{$muted}" text-align-last="justify" line-height="1.3"
			          border-bottom="0.5pt solid {$rule}" padding-after="1.2mm" xml:lang="{f:tag($first-language)}">
				<xsl:choose>
					<xsl:when test="$side = 'even'"><xsl:value-of select="$short"/><fo:leader leader-pattern="space"/><fo:retrieve-marker retrieve-class-name="chapter"/></xsl:when>
					<xsl:otherwise><fo:retrieve-marker retrieve-class-name="chapter"/><fo:leader leader-pattern="space"/><xsl:value-of select="$short"/></xsl:otherwise>
				</xsl:choose>
			</fo:block>
		</fo:static-content></xsl:if>
	</xsl:template>

	<xsl:template name="foot">
		<xsl:param name="side"/>
		<xsl:variable name="page" select="f:label('page')"/>
		<fo:static-content flow-name="{$side}-foot">
			<xsl:call-template name="folio">
				<xsl:with-param name="side" select="$side"/>
				<xsl:with-param name="number">
					<xsl:value-of select="substring-before($page, '{n}')"/><fo:inline color="{$primary}" font-weight="bold"><fo:page-number/></fo:inline>
					<xsl:value-of select="substring-before(substring-after($page, '{n}'), '{t}')"/><fo:page-number-citation-last ref-id="document"/>
					<xsl:value-of select="substring-after($page, '{t}')"/>
				</xsl:with-param>
			</xsl:call-template>
		</fo:static-content>
	</xsl:template>

	<!-- The page number at the outer side, and at the inner one what is to be said of invented data. -->
	<xsl:template name="folio">
		<xsl:param name="side"/>
		<xsl:param name="number"><fo:inline color="{$primary}" font-weight="bold"><fo:page-number/></fo:inline></xsl:param>
		<xsl:variable name="notice"><xsl:if test="/k:conference/@specimen = 'true'"><fo:inline color="{$accent}" font-family="{$heading-family}" font-size="{$small-size}"><xsl:value-of select="f:pick(/k:conference/k:notice)"/></fo:inline></xsl:if></xsl:variable>
		<fo:block font-family="{$heading-family}" font-size="{f:size('folio')}" color="{$muted}" xml:lang="{f:tag($first-language)}">
			<xsl:attribute name="text-align"><xsl:choose><xsl:when test="$side = 'odd'">end</xsl:when><xsl:otherwise>start</xsl:otherwise></xsl:choose></xsl:attribute>
			<xsl:choose>
				<xsl:when test="f:choice('folio') = 'dashes'">
					<xsl:attribute name="color"><xsl:value-of select="$ink"/></xsl:attribute>
					<xsl:attribute name="font-family">serif</xsl:attribute>
					<xsl:attribute name="start-indent">1em</xsl:attribute>
					<xsl:attribute name="end-indent">1em</xsl:attribute>
					<xsl:attribute name="line-height">1.2</xsl:attribute>
					<xsl:text>—&#160;</xsl:text><fo:page-number/><xsl:text>&#160;—</xsl:text>
					<xsl:if test="string($notice)"><fo:block font-size="{$small-size}" line-height="1.2" hyphenate="false"><xsl:copy-of select="$notice"/></fo:block></xsl:if>
				</xsl:when>
				<xsl:otherwise>
					<xsl:if test="$side = 'odd' and string($notice)"><xsl:copy-of select="$notice"/><xsl:text>　</xsl:text></xsl:if>
					<xsl:copy-of select="$number"/>
					<xsl:if test="$side = 'even' and string($notice)"><xsl:text>　</xsl:text><xsl:copy-of select="$notice"/></xsl:if>
				</xsl:otherwise>
			</xsl:choose>
		</fo:block>
	</xsl:template>

	<!-- Who sends an official document, in red over a red rule; the current node is the conference. -->
	<xsl:template name="letterhead">
		<xsl:param name="above" select="25"/> <!-- millimetres; less where many languages follow -->
		<xsl:variable name="conference" select="."/>
		<xsl:variable name="sender" select="k:alliance/k:name | key('by-id', k:host[1]/@institution)/k:name[not($conference/k:alliance/k:name)]"/>
		<fo:block-container height="24mm" space-before="{$above - $above * 0.6 * number(count($language-list) > 2)}mm" space-before.conditionality="retain" display-align="after" font-size="{f:size('letterhead')}" line-height="1.2" fox:overflow-condense="font-size" fox:overflow-condense-limit-font-size="18pt">
			<fo:block font-family="{f:family('display')}" font-weight="bold" color="{$head-color}" text-align="center" hyphenate="false" xml:lang="{f:tag(string(f:pick($sender)/@xml:lang))}" c:src="{c:src(f:pick($sender))}"><xsl:value-of select="f:pick($sender)"/></fo:block>
		</fo:block-container>
		<xsl:if test="f:has-others($sender)">
			<fo:block font-family="{f:family('display')}" color="{$head-color}" text-align="center" font-size="13pt" line-height="1.4" hyphenate="false" space-before="2mm">
				<xsl:call-template name="other-texts"><xsl:with-param name="texts" select="$sender"/></xsl:call-template>
			</fo:block>
		</xsl:if>
		<fo:block border-bottom="2pt solid {$head-color}" line-height="0pt" space-before="9mm" space-after="12mm" text-indent="0pt"/>
	</xsl:template>

	<!-- A chapter's opening: number, title, the other languages, a rule. It begins a page. -->
	<xsl:template name="chapter-heading">
		<xsl:param name="id"/>
		<xsl:param name="number"/>
		<xsl:param name="title"/>   <!-- text in the first language -->
		<xsl:param name="others"/>  <!-- blocks in the other languages -->
		<fo:block id="{$id}" role="H1" break-before="page" space-before="6mm" space-before.conditionality="retain" keep-together.within-page="always" keep-with-next.within-page="always"
		          font-family="{$title-family}" xml:lang="{f:tag($first-language)}" text-align="{f:choice('chapters')}" hyphenate="false">
			<fo:marker marker-class-name="chapter"><xsl:value-of select="$title"/></fo:marker>
			<fo:block font-size="{f:size('heading-1')}" line-height="1.3" font-weight="bold" color="{$primary}">
				<xsl:if test="$number"><fo:inline color="{$accent}"><xsl:value-of select="$number"/>　</fo:inline></xsl:if>
				<xsl:value-of select="$title"/>
			</fo:block>
			<xsl:copy-of select="$others"/>
		</fo:block>
		<xsl:call-template name="chapter-rule"/>
	</xsl:template>

	<!-- Below a chapter's title: a short rule, or mere space where titles are centred. -->
	<xsl:template name="chapter-rule">
		<xsl:choose>
			<xsl:when test="f:choice('chapters') = 'center'"><fo:block line-height="0pt" space-before="9mm" keep-with-next.within-page="always"/></xsl:when>
			<xsl:otherwise><fo:block border-top="1.5pt solid {$accent}" space-before="3mm" space-after="6mm" line-height="0pt" start-indent="0pt" end-indent="75%" keep-with-next.within-page="always"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<!-- A chapter that a label names. -->
	<xsl:template name="chapter">
		<xsl:param name="id"/>
		<xsl:param name="label" select="$id"/>
		<xsl:param name="number"/>
		<xsl:call-template name="chapter-heading">
			<xsl:with-param name="id" select="$id"/>
			<xsl:with-param name="number" select="$number"/>
			<xsl:with-param name="title" select="f:label($label)"/>
			<xsl:with-param name="others">
				<xsl:for-each select="$other-languages">
					<fo:block font-size="{f:size('heading-2')}" line-height="1.35" color="{$muted}" xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:label($label, string(.))"/></fo:block>
				</xsl:for-each>
			</xsl:with-param>
		</xsl:call-template>
	</xsl:template>

	<!-- A heading inside a chapter, named by a label. -->
	<xsl:template name="heading">
		<xsl:param name="label"/>
		<xsl:param name="id"/>
		<xsl:param name="number"/>
		<fo:block role="H2" font-family="{$heading-family}" font-size="{f:size('heading-2')}" line-height="1.4" font-weight="bold" color="{$primary}" text-align="start"
		          space-before="7mm" space-after="2.5mm" keep-together.within-page="always" keep-with-next.within-page="always" xml:lang="{f:tag($first-language)}">
			<xsl:if test="$id"><xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
			<xsl:value-of select="concat($number, f:label($label))"/>
			<fo:inline font-size="{f:size('heading-3')}" font-weight="normal" color="{$muted}">
				<xsl:for-each select="$other-languages">
					<fo:inline xml:lang="{f:tag(string(.))}">　<xsl:value-of select="f:label($label, string(.))"/></fo:inline>
				</xsl:for-each>
			</fo:inline>
		</fo:block>
	</xsl:template>

	<!-- Key figures in a band: elements with the name of their label. -->
	<xsl:template name="figure-band">
		<xsl:param name="figures"/>
		<fo:table table-layout="fixed" width="100%" border-collapse="separate" background-color="{$tint}" border-top="1.5pt solid {$primary}" space-after="6mm" keep-together.within-page="always">
			<xsl:for-each select="$figures"><fo:table-column column-width="proportional-column-width(1)"/></xsl:for-each>
			<fo:table-body><fo:table-row>
				<xsl:for-each select="$figures">
					<xsl:variable name="name" select="concat('figure.', @name)"/>
					<fo:table-cell padding="4mm 2mm" text-align="center">
						<fo:block font-family="{f:family('display')}" font-weight="bold" font-size="{f:size('figure')}" line-height="1.2" color="{$primary}"><xsl:value-of select="c:number(string(.), $first-language)"/></fo:block>
						<xsl:for-each select="$language-list">
							<fo:block xml:lang="{f:tag(string(.))}" font-size="{$small-size}" line-height="1.35" color="{$muted}"><xsl:value-of select="f:label($name, string(.))"/></fo:block>
						</xsl:for-each>
					</fo:table-cell>
				</xsl:for-each>
			</fo:table-row></fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="head-cell">
		<xsl:param name="label"/>
		<xsl:param name="align" select="'start'"/>
		<fo:table-cell xsl:use-attribute-sets="head-cell" text-align="{$align}">
			<xsl:call-template name="labels"><xsl:with-param name="name" select="$label"/><xsl:with-param name="quiet" select="$on-header"/></xsl:call-template>
		</fo:table-cell>
	</xsl:template>
</xsl:stylesheet>
