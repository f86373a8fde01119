<?xml version="1.0" encoding="UTF-8"?>
<!-- Places to sign: for whoever presided and whoever kept the minutes; without a name where the data have none. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<xsl:template name="signatures">
		<fo:block keep-together.within-page="always">
			<xsl:call-template name="heading"><xsl:with-param name="label" select="'signatures'"/><xsl:with-param name="id" select="'signatures'"/></xsl:call-template>
			<fo:table table-layout="fixed" width="100%" border-collapse="separate" font-size="{$table-size}" line-height="1.4">
				<fo:table-column column-width="proportional-column-width(52)"/><fo:table-column column-width="5mm"/><fo:table-column column-width="proportional-column-width(30)"/><fo:table-column column-width="5mm"/><fo:table-column column-width="proportional-column-width(22)"/>
				<fo:table-body>
					<xsl:for-each select="$presided"><xsl:call-template name="sign-row"><xsl:with-param name="label" select="'chair'"/></xsl:call-template></xsl:for-each>
					<xsl:if test="not($presided)"><xsl:call-template name="sign-row"><xsl:with-param name="label" select="'chair'"/></xsl:call-template></xsl:if>
					<xsl:for-each select="$kept"><xsl:call-template name="sign-row"><xsl:with-param name="label" select="'secretary'"/></xsl:call-template></xsl:for-each>
					<xsl:if test="not($kept)"><xsl:call-template name="sign-row"><xsl:with-param name="label" select="'secretary'"/></xsl:call-template></xsl:if>
				</fo:table-body>
			</fo:table>
		</fo:block>
	</xsl:template>

	<!-- The context: a chair or secretary, or the conference. -->
	<xsl:template name="sign-row">
		<xsl:param name="label"/>
		<xsl:variable name="person" select="key('by-id', @person)"/>
		<fo:table-row height="21mm" keep-together.within-page="always" c:src="{c:src(.)}">
			<fo:table-cell display-align="after">
				<fo:block color="{$second}" font-family="{$heading-family}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="$label"/></xsl:call-template></fo:block>
				<xsl:choose>
					<xsl:when test="$person">
						<fo:block font-size="1.15em" font-weight="bold"><xsl:call-template name="person-names"><xsl:with-param name="person" select="$person"/></xsl:call-template></fo:block>
						<fo:block color="{$muted}"><xsl:call-template name="person-post"><xsl:with-param name="person" select="$person"/></xsl:call-template></fo:block>
					</xsl:when>
					<xsl:otherwise><fo:block font-size="1.15em"><fo:leader leader-pattern="rule" leader-length="100%" rule-thickness="0.5pt" color="{$ink}"/></fo:block></xsl:otherwise>
				</xsl:choose>
			</fo:table-cell>
			<fo:table-cell><fo:block/></fo:table-cell>
			<xsl:call-template name="sign-place"><xsl:with-param name="label" select="'signature'"/></xsl:call-template>
			<fo:table-cell><fo:block/></fo:table-cell>
			<xsl:call-template name="sign-place"><xsl:with-param name="label" select="'date'"/></xsl:call-template>
		</fo:table-row>
	</xsl:template>

	<xsl:template name="sign-place">
		<xsl:param name="label"/>
		<fo:table-cell display-align="after"><fo:block border-top="0.5pt solid {$ink}" padding-top="0.8mm" font-size="{$small-size}" line-height="1.3" color="{$muted}"><xsl:call-template name="label-line"><xsl:with-param name="name" select="$label"/></xsl:call-template></fo:block></fo:table-cell>
	</xsl:template>
</xsl:stylesheet>
