<?xml version="1.0" encoding="UTF-8"?>
<!-- What certificates, badges and table cards share: some records at a time, names as printers set them, text that must fit its place. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                xmlns:func="http://exslt.org/functions" xmlns:str="http://exslt.org/strings" extension-element-prefixes="func" exclude-result-prefixes="k f str">

	<!-- Which records to make, counted from 1: a batch is made in parts. -->
	<xsl:param name="record-first" select="1"/>
	<xsl:param name="record-last" select="1000000000"/>

	<xsl:key name="talks" match="k:programme//k:speech | k:programme//k:talk" use="k:speaker/@person"/>

	<func:function name="f:event">
		<xsl:param name="language"/>
		<func:result select="string(f:pick($document/k:conference/k:title, $language))"/>
	</func:function>

	<func:function name="f:event-dates">
		<xsl:param name="language"/>
		<func:result select="c:date-range(string($document/k:conference/@from), string($document/k:conference/@to), $language)"/>
	</func:function>

	<func:function name="f:event-city">
		<xsl:param name="language"/>
		<func:result select="string(f:pick($document/k:conference/k:place/k:city, $language))"/>
	</func:function>

	<!-- Whom an attendee came for. -->
	<func:function name="f:home">
		<xsl:param name="attendee"/>
		<xsl:variable name="person" select="id($attendee/@person)"/>
		<func:result select="id(($attendee/@institution | $person/@institution[not($attendee/@institution)])[1])"/>
	</func:function>

	<!-- A Chinese name of two characters is set as wide as one of three; a foreign one breaks at its dots. -->
	<xsl:template name="set-name">
		<xsl:param name="name"/>
		<xsl:choose>
			<xsl:when test="$name/@xml:lang = 'zh' and string-length($name) = 2">
				<fo:inline padding-end="1em"><xsl:value-of select="substring($name, 1, 1)"/></fo:inline><xsl:value-of select="substring($name, 2)"/>
			</xsl:when>
			<xsl:when test="$name/@xml:lang = 'zh' and contains($name, '·')">
				<xsl:for-each select="str:tokenize($name, '·')">
					<fo:inline keep-together.within-line="always"><xsl:value-of select="."/><xsl:if test="position() != last()">·</xsl:if></fo:inline><xsl:if test="position() != last()">&#x200B;</xsl:if>
				</xsl:for-each>
			</xsl:when>
			<xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<!-- The names after the main one, in the order of the languages, each once. -->
	<func:function name="f:other-names">
		<xsl:param name="person"/>
		<xsl:variable name="main" select="f:pick($person/k:name)"/>
		<func:result select="$person/k:name[@xml:lang = $language-list and not(. = $main) and not(. = preceding-sibling::k:name[@xml:lang = $language-list])]"/>
	</func:function>

	<!-- Texts that differ, in the order of the languages, with dots between. -->
	<xsl:template name="in-order">
		<xsl:param name="texts"/>
		<xsl:for-each select="$texts">
			<xsl:sort select="count($language-list[. = current()/@xml:lang]/preceding-sibling::*)" data-type="number"/>
			<xsl:if test="position() > 1"><fo:inline color="{$accent}">&#160;·</fo:inline><xsl:text> </xsl:text></xsl:if>
			<fo:inline xml:lang="{f:tag(string(@xml:lang))}"><xsl:value-of select="."/></fo:inline>
		</xsl:for-each>
	</xsl:template>

	<!-- What the file says of itself; the current node is the conference. -->
	<xsl:template name="record-metadata">
		<xsl:param name="what"/>
		<fo:declarations>
			<x:xmpmeta xmlns:x="adobe:ns:meta/">
				<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
					<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
						<dc:title><rdf:Alt><rdf:li xml:lang="x-default"><xsl:if test="$what"><xsl:value-of select="$what"/> · </xsl:if><xsl:value-of select="f:event($first-language)"/></rdf:li></rdf:Alt></dc:title>
						<dc:creator><rdf:Seq>
							<xsl:for-each select="k:host"><rdf:li><xsl:value-of select="f:pick(id(@institution)/k:name)"/></rdf:li></xsl:for-each>
						</rdf:Seq></dc:creator>
					</rdf:Description>
				</rdf:RDF>
			</x:xmpmeta>
		</fo:declarations>
	</xsl:template>

	<!-- A place of fixed size: what is too large for it is set smaller, down to a least size, then breaks; what does not fit then is reported. -->
	<xsl:template name="place">
		<xsl:param name="left"/>
		<xsl:param name="top"/>
		<xsl:param name="width"/>
		<xsl:param name="height"/>
		<xsl:param name="size" select="$text-size"/>
		<xsl:param name="least" select="'6pt'"/>
		<xsl:param name="line" select="1.3"/>
		<xsl:param name="align" select="'center'"/>
		<xsl:param name="display-align" select="'center'"/>
		<xsl:param name="content"/>
		<fo:block-container absolute-position="absolute" left="{$left}" top="{$top}" width="{$width}" height="{$height}" display-align="{$display-align}"
		                    font-size="{$size}" line-height="{$line}" text-align="{$align}" hyphenate="false" c:src="{c:src(.)}"
		                    fox:overflow-condense="font-size" fox:overflow-condense-limit-font-size="{$least}">
			<xsl:copy-of select="$content"/>
		</fo:block-container>
	</xsl:template>

	<!-- Stops where there is nothing to make: an empty file would be no help. -->
	<xsl:template name="check-records">
		<xsl:if test="not($records)"><xsl:message terminate="yes">there is nobody in the data to make one for</xsl:message></xsl:if>
	</xsl:template>
</xsl:stylesheet>
