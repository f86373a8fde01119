<?xml version="1.0" encoding="UTF-8"?>
<!-- What is certified, in each language: a label with places for event, date, city, talk and award; | begins a line;
     [he/she/unknown] is chosen by the person's sex. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:str="http://exslt.org/strings" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func"
                exclude-result-prefixes="k f c str">

	<!-- Where they say nothing of the person but the sex, they are made once. -->
	<xsl:variable name="general" select="$kind = 'attendance' or $kind = 'organiser'"/>
	<xsl:variable name="statement-male"><xsl:if test="$general"><xsl:call-template name="statement-table"><xsl:with-param name="sex" select="'male'"/></xsl:call-template></xsl:if></xsl:variable>
	<xsl:variable name="statement-female"><xsl:if test="$general"><xsl:call-template name="statement-table"><xsl:with-param name="sex" select="'female'"/></xsl:call-template></xsl:if></xsl:variable>
	<xsl:variable name="statement-unknown"><xsl:if test="$general"><xsl:call-template name="statement-table"/></xsl:if></xsl:variable>

	<xsl:template name="statements">
		<xsl:param name="person"/>
		<xsl:choose>
			<xsl:when test="not($general)"><xsl:call-template name="statement-table"><xsl:with-param name="sex" select="string($person/@sex)"/></xsl:call-template></xsl:when>
			<xsl:when test="$person/@sex = 'male'"><xsl:copy-of select="$statement-male"/></xsl:when>
			<xsl:when test="$person/@sex = 'female'"><xsl:copy-of select="$statement-female"/></xsl:when>
			<xsl:otherwise><xsl:copy-of select="$statement-unknown"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<!-- Side by side on a wide page, one below the other on a tall one. -->
	<xsl:template name="statement-table">
		<xsl:param name="sex"/>
		<xsl:variable name="record" select="."/>
		<xsl:variable name="count" select="count($language-list)"/>
		<xsl:variable name="beside" select="$wide and $count > 1"/>
		<xsl:call-template name="inner-place">
			<xsl:with-param name="top" select="concat($statement-top, 'mm')"/>
			<xsl:with-param name="height" select="concat($statement-height, 'mm')"/>
			<xsl:with-param name="size" select="concat(13 - 2 * $beside, 'pt')"/>
			<xsl:with-param name="least" select="'7pt'"/>
			<xsl:with-param name="line" select="1.5"/>
			<xsl:with-param name="display-align"><xsl:choose><xsl:when test="$beside">before</xsl:when><xsl:otherwise>center</xsl:otherwise></xsl:choose></xsl:with-param>
			<xsl:with-param name="content">
				<xsl:choose>
					<xsl:when test="$beside">
						<fo:table table-layout="fixed" width="100%">
							<fo:table-column column-width="proportional-column-width(1)" number-columns-repeated="{$count}"/>
							<fo:table-body>
								<fo:table-row>
									<xsl:for-each select="$language-list">
										<fo:table-cell display-align="before" padding-start="0.35em" padding-end="0.35em">
											<xsl:call-template name="statement-block"><xsl:with-param name="record" select="$record"/><xsl:with-param name="sex" select="$sex"/></xsl:call-template>
										</fo:table-cell>
									</xsl:for-each>
								</fo:table-row>
							</fo:table-body>
						</fo:table>
					</xsl:when>
					<xsl:otherwise>
						<xsl:for-each select="$language-list">
							<fo:block space-before="1em"><xsl:call-template name="statement-block"><xsl:with-param name="record" select="$record"/><xsl:with-param name="sex" select="$sex"/></xsl:call-template></fo:block>
						</xsl:for-each>
					</xsl:otherwise>
				</xsl:choose>
			</xsl:with-param>
		</xsl:call-template>
	</xsl:template>

	<!-- In the language that is the current node. -->
	<xsl:template name="statement-block">
		<xsl:param name="record"/>
		<xsl:param name="sex"/>
		<xsl:variable name="language" select="string(.)"/>
		<fo:block xml:lang="{f:tag($language)}">
			<xsl:for-each select="$record">
				<xsl:call-template name="statement-lines"><xsl:with-param name="language" select="$language"/><xsl:with-param name="sex" select="$sex"/></xsl:call-template>
			</xsl:for-each>
		</fo:block>
	</xsl:template>

	<xsl:template name="statement-lines">
		<xsl:param name="language"/>
		<xsl:param name="sex"/>
		<xsl:variable name="record" select="."/>
		<xsl:variable name="label">
			<xsl:choose>
				<xsl:when test="$kind = 'speaker' and ../k:title">certificate.talk.text</xsl:when>
				<xsl:otherwise>certificate.<xsl:value-of select="$kind"/>.text</xsl:otherwise>
			</xsl:choose>
		</xsl:variable>
		<xsl:for-each select="str:tokenize(f:gendered(f:label(string($label), $language), $sex), '|')">
			<xsl:variable name="line" select="string(.)"/>
			<fo:block>
				<xsl:for-each select="$record">
					<xsl:call-template name="filled"><xsl:with-param name="text" select="$line"/><xsl:with-param name="language" select="$language"/></xsl:call-template>
				</xsl:for-each>
			</fo:block>
		</xsl:for-each>
	</xsl:template>

	<func:function name="f:gendered">
		<xsl:param name="text"/>
		<xsl:param name="sex"/>
		<xsl:variable name="forms" select="substring-before(substring-after($text, '['), ']')"/>
		<xsl:choose>
			<xsl:when test="$forms">
				<xsl:variable name="form" select="str:tokenize($forms, '/')"/>
				<xsl:variable name="chosen" select="1 * ($sex = 'male') + 2 * ($sex = 'female') + 3 * ($sex != 'male' and $sex != 'female')"/>
				<func:result select="concat(substring-before($text, '['), $form[$chosen], f:gendered(substring-after($text, ']'), $sex))"/>
			</xsl:when>
			<xsl:otherwise><func:result select="string($text)"/></xsl:otherwise>
		</xsl:choose>
	</func:function>

	<xsl:template name="filled">
		<xsl:param name="text"/>
		<xsl:param name="language"/>
		<xsl:choose>
			<xsl:when test="contains($text, '{')">
				<xsl:value-of select="substring-before($text, '{')"/>
				<xsl:call-template name="value">
					<xsl:with-param name="name" select="substring-before(substring-after($text, '{'), '}')"/>
					<xsl:with-param name="language" select="$language"/>
				</xsl:call-template>
				<xsl:call-template name="filled">
					<xsl:with-param name="text" select="substring-after($text, '}')"/>
					<xsl:with-param name="language" select="$language"/>
				</xsl:call-template>
			</xsl:when>
			<xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
		</xsl:choose>
	</xsl:template>

	<xsl:template name="value">
		<xsl:param name="name"/>
		<xsl:param name="language"/>
		<xsl:choose>
			<xsl:when test="$name = 'date'"><xsl:value-of select="f:event-dates($language)"/></xsl:when>
			<xsl:when test="$name = 'city'"><xsl:value-of select="f:event-city($language)"/></xsl:when>
			<xsl:when test="$name = 'event'"><fo:inline font-weight="bold" color="{$primary}"><xsl:value-of select="f:event($language)"/></fo:inline></xsl:when>
			<xsl:when test="$name = 'talk'"><fo:inline font-weight="bold"><xsl:value-of select="f:pick(../k:title, $language)"/></fo:inline></xsl:when>
			<xsl:when test="$name = 'award'"><fo:inline font-weight="bold" font-size="1.15em"><xsl:value-of select="f:pick(k:title, $language)"/></fo:inline></xsl:when>
		</xsl:choose>
	</xsl:template>
</xsl:stylesheet>
