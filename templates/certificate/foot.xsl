<?xml version="1.0" encoding="UTF-8"?>
<!-- The foot of a certificate: the place for a seal, signatures, number and code. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xmlns:qr="urn:cbua:qr" exclude-result-prefixes="k f">

	<xsl:variable name="seal-size" select="34"/>
	<xsl:variable name="code-size" select="25"/>

	<xsl:template name="seal">
		<fo:block-container absolute-position="absolute" left="{$inset}mm" top="{$foot-top}mm" width="{$seal-size}mm" height="{$seal-size}mm" display-align="center"
		                    border="0.6pt dashed {$rule}" fox:border-radius="{$seal-size div 2}mm">
			<fo:block text-align="center" font-size="{$small-size}" line-height="1.6" color="{$muted}">
				<xsl:for-each select="$language-list">
					<xsl:variable name="text" select="f:label('certificate.seal', string(.))"/>
					<xsl:variable name="before" select="preceding-sibling::*"/>
					<xsl:if test="not(f:labels('certificate.seal')[@xml:lang = $before] = $text)">
						<fo:block xml:lang="{f:tag(string(.))}"><xsl:value-of select="$text"/></fo:block>
					</xsl:if>
				</xsl:for-each>
			</fo:block>
		</fo:block-container>
	</xsl:template>

	<!-- Who signs: the signatories; without any, whoever is in the chair. -->
	<xsl:template name="signatures">
		<xsl:variable name="conference" select="$document/k:conference"/>
		<xsl:variable name="who" select="$conference/k:signatory | $conference/k:chair[not($conference/k:signatory)]"/>
		<xsl:variable name="from" select="$inset + $seal-size + 6"/>
		<xsl:variable name="room" select="$paper-width - $from - $inset - $code-size - 6"/>
		<xsl:variable name="share" select="$room div (count($who) + not($who))"/>
		<xsl:variable name="width" select="$share - 6 - ($share - 58) * ($share > 58)"/>
		<xsl:for-each select="$who">
			<xsl:variable name="left" select="$from + (position() - 1) * $share + ($share - $width) div 2"/>
			<xsl:call-template name="signature"><xsl:with-param name="left" select="$left"/><xsl:with-param name="width" select="$width"/></xsl:call-template>
		</xsl:for-each>
	</xsl:template>

	<xsl:template name="signature">
		<xsl:param name="left"/>
		<xsl:param name="width"/>
		<xsl:variable name="person" select="id(@person)"/>
		<xsl:if test="@signature">
			<fo:block-container absolute-position="absolute" left="{$left}mm" top="{$foot-top + 1}mm" width="{$width}mm" height="18mm" display-align="after">
				<fo:block text-align="center" line-height="0pt">
					<fo:external-graphic c:src="{c:src(.)}" src="url('{@signature}')" width="{$width}mm" height="17mm" content-width="scale-to-fit" content-height="scale-to-fit"
					                     text-align="center" display-align="after" fox:alt-text="{f:pick($person/k:name)}"/>
				</fo:block>
			</fo:block-container>
		</xsl:if>
		<xsl:call-template name="place">
			<xsl:with-param name="left" select="concat($left, 'mm')"/>
			<xsl:with-param name="top" select="concat($foot-top + 18, 'mm')"/>
			<xsl:with-param name="width" select="concat($width, 'mm')"/>
			<xsl:with-param name="height" select="'16mm'"/>
			<xsl:with-param name="size" select="'10pt'"/>
			<xsl:with-param name="least" select="'6pt'"/>
			<xsl:with-param name="display-align" select="'before'"/>
			<xsl:with-param name="content">
				<fo:block border-top="0.5pt solid {$muted}" padding-top="1.4mm"><xsl:value-of select="f:pick($person/k:name)"/></fo:block>
				<fo:block font-size="0.85em">
					<xsl:call-template name="in-order"><xsl:with-param name="texts" select="f:other-names($person)"/></xsl:call-template>
				</fo:block>
				<fo:block font-size="0.8em" line-height="1.35" color="{$muted}"><xsl:call-template name="person-post"><xsl:with-param name="person" select="$person"/></xsl:call-template></fo:block>
			</xsl:with-param>
		</xsl:call-template>
	</xsl:template>

	<!-- The number of this certificate; empty where none was given. -->
	<xsl:template name="serial">
		<xsl:choose>
			<xsl:when test="$kind = 'attendance'"><xsl:value-of select="@serial"/></xsl:when>
			<xsl:when test="self::k:attendee"><xsl:if test="@serial"><xsl:value-of select="concat(@serial, '-O')"/></xsl:if></xsl:when>
			<xsl:when test="self::k:award"><xsl:if test="../@serial"><xsl:value-of select="concat(../@serial, '-A', count(preceding-sibling::k:award) + 1)"/></xsl:if></xsl:when>
			<xsl:otherwise>
				<xsl:variable name="id"><xsl:call-template name="record-id"/></xsl:variable>
				<xsl:variable name="attendee" select="$attendees[@person = current()/@person]"/>
				<xsl:if test="$attendee/@serial"><xsl:value-of select="concat($attendee/@serial, '-S', substring-after($id, '-'))"/></xsl:if>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<!-- The text of the code where nobody signs. -->
	<xsl:template name="statement">
		<xsl:param name="serial"/>
		<xsl:param name="person"/>
		<xsl:value-of select="concat($serial, '; ', f:pick($person/k:name), '; ', f:event($first-language), '; ', $document/k:conference/@to)"/>
	</xsl:template>

	<xsl:template name="code">
		<xsl:param name="person"/>
		<xsl:param name="serial"/>
		<xsl:param name="signed"/>
		<xsl:variable name="statement"><xsl:call-template name="statement"><xsl:with-param name="serial" select="$serial"/><xsl:with-param name="person" select="$person"/></xsl:call-template></xsl:variable>
		<xsl:if test="string($serial)">
			<fo:block-container absolute-position="absolute" left="{$paper-width - $inset - $code-size}mm" top="{$foot-top}mm" width="{$code-size}mm" height="{$code-size}mm">
				<fo:block line-height="0pt">
					<fo:instream-foreign-object content-width="{$code-size}mm" content-height="{$code-size}mm" fox:alt-text="{$statement}"><qr:code level="M"><xsl:value-of select="concat($signed, substring($statement, 1, string-length($statement) * not($signed)))"/></qr:code></fo:instream-foreign-object>
				</fo:block>
			</fo:block-container>
			<xsl:call-template name="place">
				<xsl:with-param name="left" select="concat($paper-width - $inset - $code-size - 8, 'mm')"/>
				<xsl:with-param name="top" select="concat($foot-top + $code-size, 'mm')"/>
				<xsl:with-param name="width" select="concat($code-size + 8, 'mm')"/>
				<xsl:with-param name="height" select="'9mm'"/>
				<xsl:with-param name="size" select="$small-size"/>
				<xsl:with-param name="least" select="'5pt'"/>
				<xsl:with-param name="align" select="'end'"/>
				<xsl:with-param name="display-align" select="'before'"/>
				<xsl:with-param name="content">
					<fo:block color="{$muted}"><xsl:value-of select="f:label('certificate.number')"/>&#160;<xsl:value-of select="$serial"/></fo:block>
					<fo:block color="{$muted}"><xsl:value-of select="c:date(string($document/k:conference/@to), $first-language)"/></fo:block>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:if>
	</xsl:template>

	<!-- What is invented says so. -->
	<xsl:template name="notice">
		<xsl:if test="$document/k:conference/@specimen = 'true'">
			<xsl:call-template name="inner-place">
				<xsl:with-param name="top" select="concat($paper-height - 24.5, 'mm')"/>
				<xsl:with-param name="height" select="'4mm'"/>
				<xsl:with-param name="size" select="'6.5pt'"/>
				<xsl:with-param name="least" select="'4pt'"/>
				<xsl:with-param name="content"><fo:block color="{$accent}"><xsl:value-of select="f:pick($document/k:conference/k:notice)"/></fo:block></xsl:with-param>
			</xsl:call-template>
		</xsl:if>
	</xsl:template>
</xsl:stylesheet>
