<?xml version="1.0" encoding="UTF-8"?>
<!-- Running text: summaries, decisions, descriptions. Two languages stand beside each other, paragraph by paragraph; one or
     more than two below each other. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<xsl:template match="k:p" mode="prose">
		<xsl:param name="language"/>
		<fo:block c:src="{c:src(.)}" role="P" space-after="{f:size('paragraph', $language)}" widows="2" orphans="2">
			<xsl:attribute name="text-indent"><xsl:choose><xsl:when test="$language = 'zh'">2em</xsl:when><xsl:otherwise><xsl:value-of select="f:size('indent', $language)"/></xsl:otherwise></xsl:choose></xsl:attribute>
			<xsl:apply-templates mode="inline"/>
		</fo:block>
	</xsl:template>

	<xsl:template match="k:list" mode="prose">
		<xsl:param name="language"/>
		<fo:list-block provisional-distance-between-starts="7mm" provisional-label-separation="2mm" space-after="1.5mm" text-indent="0pt">
			<xsl:for-each select="k:item">
				<fo:list-item c:src="{c:src(.)}">
					<fo:list-item-label end-indent="label-end()"><fo:block text-align="end" color="{$accent}">
						<xsl:choose><xsl:when test="../@kind = 'numbered'"><xsl:number count="k:item" format="1."/></xsl:when><xsl:otherwise>•</xsl:otherwise></xsl:choose>
					</fo:block></fo:list-item-label>
					<fo:list-item-body start-indent="body-start()"><fo:block><xsl:apply-templates mode="inline"/></fo:block></fo:list-item-body>
				</fo:list-item>
			</xsl:for-each>
		</fo:list-block>
	</xsl:template>

	<xsl:template match="k:em" mode="inline"><fo:inline font-style="italic"><xsl:apply-templates mode="inline"/></fo:inline></xsl:template>
	<xsl:template match="k:strong" mode="inline"><fo:inline font-weight="bold"><xsl:apply-templates mode="inline"/></fo:inline></xsl:template>
	<xsl:template match="k:sub" mode="inline"><fo:inline baseline-shift="sub" font-size="70%"><xsl:value-of select="."/></fo:inline></xsl:template>
	<xsl:template match="k:sup" mode="inline"><fo:inline baseline-shift="super" font-size="70%"><xsl:value-of select="."/></fo:inline></xsl:template>
	<xsl:template match="k:phrase" mode="inline"><fo:inline xml:lang="{@xml:lang}"><xsl:apply-templates mode="inline"/></fo:inline></xsl:template>
	<xsl:template match="k:link" mode="inline"><fo:basic-link external-destination="url('{@href}')" color="{$second}"><xsl:apply-templates mode="inline"/></fo:basic-link></xsl:template>
	<xsl:template match="k:p" mode="inline"><fo:block><xsl:apply-templates mode="inline"/></fo:block></xsl:template>
	<xsl:template match="k:footnote" mode="inline">
		<fo:footnote>
			<fo:inline baseline-shift="super" font-size="65%" color="{$primary}"><xsl:number level="any" count="k:footnote"/></fo:inline>
			<fo:footnote-body><fo:block c:src="{c:src(.)}" font-size="{$small-size}" line-height="1.35" text-indent="0pt" start-indent="0pt" end-indent="0pt">
				<fo:inline baseline-shift="super" font-size="80%" color="{$primary}"><xsl:number level="any" count="k:footnote"/></fo:inline>
				<xsl:text> </xsl:text><xsl:apply-templates mode="inline"/>
			</fo:block></fo:footnote-body>
		</fo:footnote>
	</xsl:template>

	<xsl:template name="prose-in">
		<xsl:param name="text"/>
		<xsl:param name="quiet" select="false()"/>
		<xsl:variable name="language" select="string($text/@xml:lang)"/>
		<fo:block xml:lang="{f:tag($language)}" text-align="justify" text-wrap-style="pretty">
			<xsl:if test="$language != 'zh'"><xsl:attribute name="hyphenate">true</xsl:attribute></xsl:if>
			<xsl:call-template name="character-spacing"><xsl:with-param name="language" select="$language"/></xsl:call-template>
			<xsl:if test="$quiet"><xsl:attribute name="color"><xsl:value-of select="$muted"/></xsl:attribute></xsl:if>
			<xsl:apply-templates select="$text/*" mode="prose"><xsl:with-param name="language" select="$language"/></xsl:apply-templates>
		</fo:block>
	</xsl:template>

	<!-- texts: summary or text elements, one for each language. -->
	<xsl:template name="prose">
		<xsl:param name="texts"/>
		<xsl:variable name="chosen" select="f:pick($texts)"/>
		<xsl:variable name="other" select="$texts[@xml:lang = $other-languages and count(. | $chosen) = 2]"/>
		<xsl:choose>
			<xsl:when test="not($chosen)"/>
			<xsl:when test="f:choice('languages') = 'beside' and count($language-list) = 2 and $other and count($chosen/*) = count($other[1]/*)">
				<xsl:call-template name="prose-beside">
					<xsl:with-param name="left" select="$chosen"/>
					<xsl:with-param name="right" select="$other[1]"/>
				</xsl:call-template>
			</xsl:when>
			<xsl:otherwise>
				<fo:block space-after="2mm"><xsl:call-template name="prose-in"><xsl:with-param name="text" select="$chosen"/></xsl:call-template></fo:block>
				<xsl:for-each select="$other-languages">
					<xsl:variable name="language" select="string(.)"/>
					<xsl:for-each select="$other[@xml:lang = $language]">
						<fo:block space-after="2mm">
							<xsl:attribute name="font-size"><xsl:choose>
								<xsl:when test="f:size('text', $language) = $text-size">0.95em</xsl:when>
								<xsl:otherwise><xsl:value-of select="f:size('text', $language)"/></xsl:otherwise>
							</xsl:choose></xsl:attribute>
							<xsl:if test="f:size('line', $language) != f:size('line')"><xsl:attribute name="line-height"><xsl:value-of select="f:size('line', $language)"/></xsl:attribute></xsl:if>
							<xsl:call-template name="prose-in"><xsl:with-param name="text" select="."/></xsl:call-template>
						</fo:block>
					</xsl:for-each>
				</xsl:for-each>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<!-- Each row holds a paragraph and its translation, so that they stay together over pages. -->
	<xsl:template name="prose-beside">
		<xsl:param name="left"/>
		<xsl:param name="right"/>
		<fo:table table-layout="fixed" width="100%" border-collapse="separate" space-after="2mm" start-indent="0pt" end-indent="0pt">
			<fo:table-column column-width="proportional-column-width(47)"/>
			<fo:table-column column-width="7mm"/>
			<fo:table-column column-width="proportional-column-width(53)"/>
			<fo:table-body>
				<xsl:for-each select="$left/*">
					<xsl:variable name="position" select="position()"/>
					<fo:table-row c:src="{c:src(.)}">
						<xsl:call-template name="prose-cell"><xsl:with-param name="part" select="."/></xsl:call-template>
						<fo:table-cell><fo:block/></fo:table-cell>
						<xsl:call-template name="prose-cell"><xsl:with-param name="part" select="$right/*[$position]"/></xsl:call-template>
					</fo:table-row>
				</xsl:for-each>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="prose-cell">
		<xsl:param name="part"/>
		<xsl:variable name="language" select="string($part/../@xml:lang)"/>
		<fo:table-cell xml:lang="{f:tag($language)}" text-align="justify" text-wrap-style="pretty" padding-after="1.6mm">
			<xsl:if test="$language != 'zh'">
				<xsl:attribute name="hyphenate">true</xsl:attribute>
				<xsl:attribute name="font-size">0.95em</xsl:attribute>
			</xsl:if>
			<xsl:apply-templates select="$part" mode="prose"><xsl:with-param name="language" select="$language"/></xsl:apply-templates>
		</fo:table-cell>
	</xsl:template>
</xsl:stylesheet>
