<?xml version="1.0" encoding="UTF-8"?>
<!-- Who was present: by name where the minutes name them, and how many in each role. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:l="urn:cbua:labels:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k l f">

	<xsl:variable name="present" select="$attendees[$session = '' or contains(concat(' ', normalize-space(@sessions), ' '), concat(' ', $session, ' '))]"/>
	<xsl:variable name="few" select="count($present) &lt;= 60"/>
	<xsl:variable name="named-roles" select="concat(' ', normalize-space($named), substring('guest moderator', 1 div not(normalize-space($named))), ' ')"/>
	<xsl:variable name="listed" select="$present[($few and not(normalize-space($named))) or contains($named-roles, concat(' ', @role, ' ')) or @person = $presided/@person or @person = $kept/@person]"/>
	<!-- Where a number was published, those listed are not all who came. -->
	<xsl:variable name="published" select="/k:conference/k:count[@of = 'persons' and not(@country or @cluster)][$session = '']"/>

	<xsl:template name="present">
		<xsl:if test="$sections[@name = 'present']">
			<xsl:call-template name="section"><xsl:with-param name="name" select="'present'"/></xsl:call-template>
			<xsl:if test="$published">
				<fo:block keep-with-next.within-page="auto"><xsl:call-template name="label-line"><xsl:with-param name="name" select="'participants'"/></xsl:call-template><xsl:call-template name="colon"/><fo:inline font-weight="bold"><xsl:value-of select="c:number(string($published), $first-language)"/></fo:inline></fo:block>
			</xsl:if>
			<xsl:if test="/k:conference/k:count[@of = 'institutions' or @of = 'persons'] and $session = ''">
				<fo:block color="{$muted}" font-size="{$table-size}" line-height="1.45" space-after="3mm" keep-with-next.within-page="always"><xsl:for-each select="$language-list"><fo:block xml:lang="{f:tag(string(.))}"><xsl:value-of select="f:label('named-only', string(.))"/></fo:block></xsl:for-each></fo:block>
			</xsl:if>
			<xsl:if test="$listed"><xsl:call-template name="present-table"/></xsl:if>
			<xsl:if test="count($listed) &lt; count($present)"><xsl:call-template name="present-counts"/></xsl:if>
		</xsl:if>
	</xsl:template>

	<xsl:template name="present-table">
		<fo:table xsl:use-attribute-sets="table">
			<fo:table-column column-width="proportional-column-width(34)"/>
			<fo:table-column column-width="proportional-column-width(46)"/>
			<fo:table-column column-width="proportional-column-width(20)"/>
			<fo:table-header><fo:table-row>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'name'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'post'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'role'"/></xsl:call-template>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<xsl:for-each select="$listed">
					<xsl:sort select="number(@person = $presided/@person) * 4 + number(@person = $kept/@person) * 2 + number(@role = 'guest')" data-type="number" order="descending"/>
					<xsl:sort select="f:sort-name(.)" lang="{$first-language}"/>
					<xsl:variable name="person" select="key('by-id', @person)"/>
					<fo:table-row keep-together.within-page="always" c:src="{c:src(.)}">
						<xsl:if test="position() = last() and position() > 1"><xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute></xsl:if>
						<fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:call-template name="person-names"><xsl:with-param name="person" select="$person"/></xsl:call-template></fo:block></fo:table-cell>
						<fo:table-cell xsl:use-attribute-sets="cell">
							<fo:block><xsl:call-template name="person-post"><xsl:with-param name="person" select="$person"/></xsl:call-template></fo:block>
							<xsl:for-each select="$other-languages"><fo:block xml:lang="{f:tag(string(.))}" color="{$muted}" font-size="0.86em" line-height="{$second-line}"><xsl:call-template name="person-post"><xsl:with-param name="person" select="$person"/><xsl:with-param name="language" select="string(.)"/></xsl:call-template></fo:block></xsl:for-each>
						</fo:table-cell>
						<fo:table-cell xsl:use-attribute-sets="cell">
							<xsl:call-template name="labels"><xsl:with-param name="name" select="concat('role.', @role)"/></xsl:call-template>
							<xsl:if test="@mode = 'online'"><fo:block color="{$second}" font-size="0.86em" line-height="{$second-line}"><xsl:value-of select="f:label('mode.online')"/></fo:block></xsl:if>
						</fo:table-cell>
					</fo:table-row>
				</xsl:for-each>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<!-- Everybody, counted by role. -->
	<xsl:template name="present-counts">
		<fo:table xsl:use-attribute-sets="table" keep-together.within-page="always" space-before="5mm">
			<fo:table-column column-width="proportional-column-width(1)"/><fo:table-column column-width="24mm" number-columns-repeated="3"/>
			<fo:table-header><fo:table-row>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'role'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'in-person'"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'online'"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
				<xsl:call-template name="head-cell"><xsl:with-param name="label" select="'total'"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
			</fo:table-row></fo:table-header>
			<fo:table-body>
				<!-- In the order of the labels. -->
				<xsl:for-each select="$language-files/l:labels[@xml:lang = 'en']/l:label[starts-with(@name, 'role.')]">
					<xsl:variable name="role" select="substring-after(@name, 'role.')"/>
					<xsl:if test="$present[@role = $role]">
						<fo:table-row keep-together.within-page="always">
							<fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:call-template name="label-line"><xsl:with-param name="name" select="string(@name)"/></xsl:call-template></fo:block></fo:table-cell>
							<xsl:call-template name="present-numbers"><xsl:with-param name="counted" select="$present[@role = $role]"/></xsl:call-template>
						</fo:table-row>
					</xsl:if>
				</xsl:for-each>
				<fo:table-row keep-with-previous.within-page="always" font-weight="bold" background-color="{$tint}">
					<fo:table-cell xsl:use-attribute-sets="cell"><fo:block><xsl:call-template name="label-line"><xsl:with-param name="name" select="'total'"/></xsl:call-template></fo:block></fo:table-cell>
					<xsl:call-template name="present-numbers"><xsl:with-param name="counted" select="$present"/></xsl:call-template>
				</fo:table-row>
			</fo:table-body>
		</fo:table>
	</xsl:template>

	<xsl:template name="present-numbers">
		<xsl:param name="counted"/>
		<fo:table-cell xsl:use-attribute-sets="cell" text-align="end"><fo:block><xsl:value-of select="c:number(string(count($counted[not(@mode = 'online')])), $first-language)"/></fo:block></fo:table-cell>
		<fo:table-cell xsl:use-attribute-sets="cell" text-align="end"><fo:block><xsl:value-of select="c:number(string(count($counted[@mode = 'online'])), $first-language)"/></fo:block></fo:table-cell>
		<fo:table-cell xsl:use-attribute-sets="cell" text-align="end"><fo:block font-weight="bold"><xsl:value-of select="c:number(string(count($counted)), $first-language)"/></fo:block></fo:table-cell>
	</xsl:template>
</xsl:stylesheet>
