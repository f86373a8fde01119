<?xml version="1.0" encoding="UTF-8"?>
<!-- The leaflet's paper: page masters, foot, cover, places; pages that fill the last sheet are for notes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="k f">

	<xsl:template name="leaflet-masters">
		<fo:layout-master-set>
			<fo:simple-page-master master-name="cover" page-width="148.5mm" page-height="210mm"><fo:region-body/></fo:simple-page-master>
			<xsl:call-template name="leaflet-master"><xsl:with-param name="name" select="'text'"/></xsl:call-template>
			<xsl:call-template name="leaflet-master"><xsl:with-param name="name" select="'blank'"/></xsl:call-template>
			<fo:page-sequence-master master-name="leaflet">
				<fo:repeatable-page-master-alternatives>
					<fo:conditional-page-master-reference master-reference="blank-odd" blank-or-not-blank="blank" odd-or-even="odd"/>
					<fo:conditional-page-master-reference master-reference="blank-even" blank-or-not-blank="blank" odd-or-even="even"/>
					<fo:conditional-page-master-reference master-reference="text-odd" odd-or-even="odd"/>
					<fo:conditional-page-master-reference master-reference="text-even" odd-or-even="even"/>
				</fo:repeatable-page-master-alternatives>
			</fo:page-sequence-master>
			<!-- A wide grid is turned: its head is on the left. -->
			<xsl:call-template name="leaflet-master"><xsl:with-param name="name" select="'turned'"/><xsl:with-param name="orientation" select="90"/></xsl:call-template>
			<fo:page-sequence-master master-name="turned">
				<fo:repeatable-page-master-alternatives>
					<fo:conditional-page-master-reference master-reference="blank-odd" blank-or-not-blank="blank" odd-or-even="odd"/>
					<fo:conditional-page-master-reference master-reference="blank-even" blank-or-not-blank="blank" odd-or-even="even"/>
					<fo:conditional-page-master-reference master-reference="turned-odd" odd-or-even="odd"/>
					<fo:conditional-page-master-reference master-reference="turned-even" odd-or-even="even"/>
				</fo:repeatable-page-master-alternatives>
			</fo:page-sequence-master>
			<fo:simple-page-master master-name="poster" page-width="{210 * $scale}mm" page-height="{148.5 * $scale}mm" margin="{10 * $scale}mm"><fo:region-body/></fo:simple-page-master>
		</fo:layout-master-set>
	</xsl:template>

	<!-- A right and a left page. -->
	<xsl:template name="leaflet-master">
		<xsl:param name="name"/>
		<xsl:param name="orientation" select="0"/>
		<fo:simple-page-master master-name="{$name}-odd" page-width="148.5mm" page-height="210mm" margin="12mm 11mm 8mm 14mm">
			<xsl:call-template name="leaflet-regions"><xsl:with-param name="name" select="$name"/><xsl:with-param name="orientation" select="$orientation"/><xsl:with-param name="side" select="'odd'"/></xsl:call-template>
		</fo:simple-page-master>
		<fo:simple-page-master master-name="{$name}-even" page-width="148.5mm" page-height="210mm" margin="12mm 14mm 8mm 11mm">
			<xsl:call-template name="leaflet-regions"><xsl:with-param name="name" select="$name"/><xsl:with-param name="orientation" select="$orientation"/><xsl:with-param name="side" select="'even'"/></xsl:call-template>
		</fo:simple-page-master>
	</xsl:template>

	<!-- The text is 123.5 mm by 181 mm. -->
	<xsl:template name="leaflet-regions">
		<xsl:param name="name"/>
		<xsl:param name="orientation"/>
		<xsl:param name="side"/>
		<fo:region-body margin-bottom="9mm" reference-orientation="{$orientation}"/>
		<xsl:if test="$name = 'blank'"><fo:region-before region-name="notes" extent="181mm"/></xsl:if>
		<fo:region-after region-name="{$side}-foot" extent="5mm" display-align="after"/>
	</xsl:template>

	<xsl:template name="leaflet-feet">
		<xsl:call-template name="leaflet-foot"><xsl:with-param name="side" select="'odd'"/></xsl:call-template>
		<xsl:call-template name="leaflet-foot"><xsl:with-param name="side" select="'even'"/></xsl:call-template>
	</xsl:template>

	<xsl:template name="leaflet-foot">
		<xsl:param name="side"/>
		<xsl:variable name="short" select="f:pick(/k:conference/k:short | /k:conference/k:title[not(/k:conference/k:short)])"/>
		<fo:static-content flow-name="{$side}-foot">
			<fo:block font-family="{$heading-family}" font-size="6.5pt" line-height="1.3" color="{$muted}" text-align-last="justify" border-top="0.4pt solid {$rule}" padding-top="0.8mm">
				<xsl:choose>
					<xsl:when test="$side = 'odd'"><xsl:value-of select="$short"/><fo:leader leader-pattern="space"/><fo:inline color="{$primary}" font-weight="bold"><fo:page-number/></fo:inline></xsl:when>
					<xsl:otherwise><fo:inline color="{$primary}" font-weight="bold"><fo:page-number/></fo:inline><fo:leader leader-pattern="space"/><xsl:value-of select="$short"/></xsl:otherwise>
				</xsl:choose>
			</fo:block>
		</fo:static-content>
	</xsl:template>

	<!-- ==== cover ==== -->

	<xsl:template name="leaflet-cover">
		<!-- A5 is A4 by the square root of one half, and so is the band. -->
		<xsl:variable name="band"><xsl:choose><xsl:when test="$official">3mm</xsl:when><xsl:otherwise><xsl:value-of select="f:size('band')"/> * 0.7071 + 11mm</xsl:otherwise></xsl:choose></xsl:variable>
		<fo:page-sequence master-reference="cover">
			<fo:flow flow-name="xsl-region-body">
				<xsl:if test="not($official)">
					<fo:block-container absolute-position="absolute" left="0mm" top="0mm" width="{f:size('band')} * 0.7071" height="210mm" background-color="{$primary}">
						<fo:block line-height="0pt">
							<xsl:if test="string(f:image('band'))"><fo:external-graphic c:src="{c:src(f:image('band'))}" src="url('{f:image('band')}')" content-width="{f:size('band')} * 0.7071" content-height="210mm" scaling="non-uniform" role="Artifact"/></xsl:if>
						</fo:block>
					</fo:block-container>
				</xsl:if>
				<fo:block-container absolute-position="absolute" left="{$band} + {12 * number($official)}mm" right="{12 + 3 * number($official)}mm" top="{22 - 8 * number($official)}mm" height="116mm" font-size="9pt" fox:overflow-condense="font-size" fox:overflow-condense-limit-font-size="5pt">
					<xsl:if test="$official">
						<xsl:attribute name="text-align">center</xsl:attribute>
						<xsl:call-template name="letterhead"><xsl:with-param name="above" select="0"/></xsl:call-template>
					</xsl:if>
					<xsl:call-template name="leaflet-title"/>
				</fo:block-container>
				<fo:block-container absolute-position="absolute" left="{$band} + {12 * number($official)}mm" right="{12 + 3 * number($official)}mm" bottom="14mm" height="58mm" display-align="after">
					<xsl:if test="$official"><xsl:attribute name="text-align">center</xsl:attribute></xsl:if>
					<xsl:call-template name="leaflet-imprint"/>
				</fo:block-container>
			</fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<xsl:template name="leaflet-title">
		<xsl:variable name="conference" select="."/>
		<xsl:variable name="title" select="f:pick(k:title)"/>
		<fo:block font-family="{$heading-family}" font-size="11pt" line-height="1.4" color="{$accent}" space-after="8mm"><xsl:call-template name="label-line"><xsl:with-param name="name" select="'programme'"/></xsl:call-template></fo:block>
		<fo:block c:src="{c:src($title)}" role="Title" xml:lang="{f:tag(string($title/@xml:lang))}" font-family="{f:family('display')}" font-weight="bold" color="{$primary}" line-height="1.3">
			<xsl:attribute name="font-size"><xsl:choose>
				<xsl:when test="string-length($title) > 60">15pt</xsl:when>
				<xsl:when test="string-length($title) > 40 or (string-length($title) > 24 and $title/@xml:lang = 'zh')">18pt</xsl:when>
				<xsl:when test="$official">24pt</xsl:when>
				<xsl:otherwise><xsl:value-of select="f:title-size($title, 24, f:points('125mm') - f:points(f:size('band')) * 0.7071)"/></xsl:otherwise>
			</xsl:choose></xsl:attribute>
			<xsl:value-of select="$title"/>
		</fo:block>
		<xsl:for-each select="f:pick(k:subtitle)"><fo:block c:src="{c:src(.)}" font-size="11pt" line-height="1.4" color="{$second}" space-before="3mm"><xsl:value-of select="."/></fo:block></xsl:for-each>
		<xsl:if test="not($official)"><fo:block border-top="1.2pt solid {$accent}" end-indent="70%" line-height="0pt" space-before="6mm"/></xsl:if>
		<xsl:for-each select="$other-languages">
			<xsl:variable name="other" select="$conference/k:title[@xml:lang = current()]"/>
			<xsl:if test="$other"><fo:block xml:lang="{f:tag(string(.))}" font-size="9.5pt" line-height="1.35"><xsl:attribute name="space-before"><xsl:choose><xsl:when test="position() = 1">6mm</xsl:when><xsl:otherwise>2.5mm</xsl:otherwise></xsl:choose></xsl:attribute><xsl:value-of select="$other"/></fo:block></xsl:if>
		</xsl:for-each>
	</xsl:template>

	<xsl:template name="leaflet-imprint">
		<xsl:variable name="conference" select="."/>
		<xsl:for-each select="$language-list">
			<fo:block xml:lang="{f:tag(string(.))}" line-height="1.45">
				<xsl:if test="position() = 1"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
				<xsl:value-of select="c:date-range(string($conference/@from), string($conference/@to), string(.))"/>
				<xsl:if test="$conference/k:place/k:city"><fo:inline color="{$accent}"> · </fo:inline><xsl:value-of select="f:pick($conference/k:place/k:city, string(.))"/></xsl:if>
			</fo:block>
		</xsl:for-each>
		<fo:block font-size="8pt" color="{$muted}" space-before="3mm"><xsl:for-each select="k:host"><fo:block c:src="{c:src(.)}"><xsl:value-of select="f:pick(key('by-id', @institution)/k:name)"/></fo:block></xsl:for-each></fo:block>
		<xsl:if test="@specimen = 'true'"><fo:block font-size="6.5pt" line-height="1.35" color="{$accent}" space-before="3mm"><xsl:for-each select="$language-list"><fo:block xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:pick($conference/k:notice, string(.))"/></fo:block></xsl:for-each></fo:block></xsl:if>
	</xsl:template>

	<!-- ==== places and notes ==== -->

	<xsl:template name="leaflet-heading">
		<xsl:param name="id"/>
		<xsl:param name="label"/>
		<fo:block role="H1" font-family="{$heading-family}" font-size="15pt" line-height="1.3" font-weight="bold" color="{$primary}" space-after="3mm" border-bottom="1.2pt solid {$accent}" padding-bottom="1.2mm" keep-together.within-page="always" keep-with-next.within-page="always">
			<xsl:if test="$id"><xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
			<xsl:value-of select="f:label($label)"/>
			<fo:inline font-size="9.5pt" font-weight="normal" color="{$muted}"><xsl:for-each select="$other-languages"><fo:inline xml:lang="{f:tag(string(.))}">　<xsl:value-of select="f:label($label, string(.))"/></fo:inline></xsl:for-each></fo:inline>
		</fo:block>
	</xsl:template>

	<!-- What a page shows that only fills the last sheet. -->
	<xsl:template name="leaflet-notes">
		<fo:static-content flow-name="notes">
			<xsl:call-template name="leaflet-heading"><xsl:with-param name="label" select="'notes'"/></xsl:call-template>
			<xsl:call-template name="note-lines"><xsl:with-param name="count" select="17"/></xsl:call-template>
		</fo:static-content>
	</xsl:template>

	<xsl:template name="leaflet-places">
		<xsl:for-each select="k:place">
			<xsl:variable name="place" select="."/>
			<fo:block space-before="9mm" keep-together.within-page="1">
				<xsl:call-template name="leaflet-heading"><xsl:with-param name="id" select="'places'"/><xsl:with-param name="label" select="'place'"/></xsl:call-template>
				<xsl:for-each select="$language-list">
					<xsl:variable name="language" select="string(.)"/>
					<fo:block xml:lang="{f:tag($language)}" space-after="1.5mm">
						<xsl:if test="position() > 1"><xsl:attribute name="color"><xsl:value-of select="$muted"/></xsl:attribute><xsl:attribute name="font-size">8pt</xsl:attribute></xsl:if>
						<!-- An address that names the city already says it. -->
						<xsl:for-each select="f:pick($place/k:city, $language)[not(contains(f:pick($place/k:address, $language), .))] | f:pick($place/k:venue, $language) | f:pick($place/k:address, $language)">
							<xsl:if test="position() > 1"><xsl:choose><xsl:when test="$language = 'zh'">，</xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose></xsl:if><xsl:value-of select="."/>
						</xsl:for-each>
					</fo:block>
				</xsl:for-each>
				<xsl:if test="k:room"><xsl:call-template name="room-table"/></xsl:if>
			</fo:block>
		</xsl:for-each>
	</xsl:template>

	<xsl:template name="room-table">
		<fo:table xsl:use-attribute-sets="table" space-before="4mm">
			<xsl:attribute name="font-size">8.5pt</xsl:attribute>
			<fo:table-column column-width="proportional-column-width(1)"/><xsl:if test="k:room/@seats"><fo:table-column column-width="24mm"/></xsl:if>
			<fo:table-header><fo:table-row>
				<fo:table-cell xsl:use-attribute-sets="head-cell"><xsl:call-template name="labels"><xsl:with-param name="name" select="'room'"/><xsl:with-param name="quiet" select="$on-header"/></xsl:call-template></fo:table-cell>
				<xsl:if test="k:room/@seats"><fo:table-cell xsl:use-attribute-sets="head-cell" text-align="end"><xsl:call-template name="labels"><xsl:with-param name="name" select="'seats'"/><xsl:with-param name="quiet" select="$on-header"/></xsl:call-template></fo:table-cell></xsl:if>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<xsl:for-each select="k:room">
					<fo:table-row keep-together.within-page="always" c:src="{c:src(.)}">
						<fo:table-cell xsl:use-attribute-sets="cell"><xsl:call-template name="texts"><xsl:with-param name="texts" select="k:name"/></xsl:call-template></fo:table-cell>
						<xsl:if test="../k:room/@seats"><fo:table-cell xsl:use-attribute-sets="cell" text-align="end"><fo:block><xsl:if test="@seats"><xsl:value-of select="c:number(string(@seats), $first-language)"/></xsl:if></fo:block></fo:table-cell></xsl:if>
					</fo:table-row>
				</xsl:for-each>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="note-lines">
		<xsl:param name="count"/>
		<xsl:if test="$count > 0">
			<fo:block line-height="9mm" border-bottom="0.4pt solid {$rule}">&#160;</fo:block>
			<xsl:call-template name="note-lines"><xsl:with-param name="count" select="$count - 1"/></xsl:call-template>
		</xsl:if>
	</xsl:template>
</xsl:stylesheet>
