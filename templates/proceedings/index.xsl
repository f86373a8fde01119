<?xml version="1.0" encoding="UTF-8"?>
<!-- Indexes of persons and institutions, one for each language: by pinyin, by the Cyrillic or the Latin alphabet. Authors of papers are
     found among the conference's persons by their name; who is not found there, or twice, stands in the index of the paper's own language.
     A paper counts with all of its pages; three pages in a row are a range. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                xmlns:exsl="http://exslt.org/common" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func" exclude-result-prefixes="k f exsl">

	<xsl:key name="person-by-name" match="k:person" use="k:name"/>
	<xsl:key name="institution-by-name" match="k:institution" use="k:name"/>

	<!-- Where somebody or something occurs: of (an xml:id), or a name and its language; at (the index-key of what the index leads to). -->
	<xsl:variable name="occurrences">
		<xsl:for-each select="/k:conference">
			<xsl:for-each select="$speeches/k:speaker"><occurrence kind="person" of="{@person}" at="{../@xml:id}"/></xsl:for-each>
			<xsl:if test="$has-programme">
				<xsl:for-each select="k:programme/k:session[@xml:id]"><xsl:for-each select="k:chair | k:speech/k:speaker | k:talk/k:speaker"><occurrence kind="person" of="{@person}" at="row-{ancestor::k:session/@xml:id}"/></xsl:for-each></xsl:for-each>
			</xsl:if>
			<xsl:for-each select="$parts">
				<xsl:variable name="at" select="concat('part-', @xml:id)"/>
				<xsl:for-each select="k:coordinator"><occurrence kind="person" of="{@person}" at="{$at}"/></xsl:for-each>
				<xsl:for-each select="k:lead"><occurrence kind="institution" of="{@institution}" at="{$at}"/></xsl:for-each>
				<xsl:for-each select="key('paper-by-cluster', @xml:id)"><xsl:call-template name="paper-occurrences"/></xsl:for-each>
			</xsl:for-each>
			<xsl:for-each select="$stray-papers"><xsl:call-template name="paper-occurrences"/></xsl:for-each>
		</xsl:for-each>
	</xsl:variable>
	<xsl:key name="occurrence" match="occurrence" use="@of"/>
	<xsl:key name="occurrence-by-name" match="occurrence" use="@name"/>
	<xsl:key name="occurrence-at" match="occurrence" use="concat(@of, ' ', @at)"/>
	<xsl:variable name="has-person-index" select="boolean(exsl:node-set($occurrences)/occurrence[@kind = 'person'])"/>
	<xsl:variable name="has-institution-index" select="boolean(exsl:node-set($occurrences)/occurrence[@kind = 'institution'])"/>

	<xsl:template name="paper-occurrences">
		<xsl:variable name="at" select="@xml:id"/>
		<xsl:variable name="meta" select="article/front/article-meta"/>
		<xsl:for-each select="$meta/contrib-group[f:are-authors(.)]/contrib">
			<xsl:variable name="surname" select="normalize-space(name/surname)"/>
			<xsl:variable name="given" select="normalize-space(name/given-names)"/>
			<xsl:variable name="plain" select="normalize-space(string-name)"/>
			<xsl:variable name="found" select="key('person-by-name', concat($surname, $given))[$surname] | key('person-by-name', concat($surname, ' ', $given))[$surname] | key('person-by-name', concat($given, ' ', $surname))[$surname] | key('person-by-name', $plain)[$plain]"/>
			<xsl:choose>
				<xsl:when test="count($found) = 1"><occurrence kind="person" of="{$found/@xml:id}" at="{$at}"/></xsl:when>
				<xsl:when test="$surname and f:language-at(.) = 'zh'"><occurrence kind="person" name="{$surname}{$given}" lang="zh" at="{$at}"/></xsl:when>
				<xsl:when test="$surname"><occurrence kind="person" name="{normalize-space(concat($surname, ' ', $given))}" lang="{f:language-at(.)}" at="{$at}"/></xsl:when>
				<xsl:when test="$plain"><occurrence kind="person" name="{$plain}" lang="{f:language-at(.)}" at="{$at}"/></xsl:when>
			</xsl:choose>
		</xsl:for-each>
		<xsl:for-each select="$meta//aff//institution">
			<xsl:variable name="found" select="key('institution-by-name', normalize-space(.))"/>
			<xsl:if test="count($found) = 1"><occurrence kind="institution" of="{$found/@xml:id}" at="{$at}"/></xsl:if>
		</xsl:for-each>
	</xsl:template>

	<!-- ==== entries: sorted, then set under their letters ==== -->

	<xsl:template name="indexes">
		<xsl:if test="$has-person-index"><xsl:call-template name="index"><xsl:with-param name="id" select="'index-persons'"/><xsl:with-param name="label" select="'index.persons'"/><xsl:with-param name="kind" select="'person'"/></xsl:call-template></xsl:if>
		<xsl:if test="$has-institution-index"><xsl:call-template name="index"><xsl:with-param name="id" select="'index-institutions'"/><xsl:with-param name="label" select="'index.institutions'"/><xsl:with-param name="kind" select="'institution'"/></xsl:call-template></xsl:if>
	</xsl:template>

	<xsl:template name="index">
		<xsl:param name="id"/>
		<xsl:param name="label"/>
		<xsl:param name="kind"/>
		<fo:page-sequence master-reference="index">
			<xsl:call-template name="book-furniture"/>
			<fo:flow flow-name="xsl-region-body" text-align="start" font-size="{$table-size}" line-height="1.4">
				<fo:block span="all" padding-bottom="1pt"><xsl:call-template name="chapter"><xsl:with-param name="id" select="$id"/><xsl:with-param name="label" select="$label"/></xsl:call-template></fo:block>
				<xsl:for-each select="$language-list">
					<xsl:variable name="language" select="string(.)"/>
					<xsl:variable name="lines"><xsl:call-template name="index-lines"><xsl:with-param name="kind" select="$kind"/><xsl:with-param name="language" select="$language"/></xsl:call-template></xsl:variable>
					<xsl:if test="exsl:node-set($lines)/line">
						<xsl:if test="$other-languages">
							<fo:block role="H2" font-family="{$heading-family}" font-size="{f:size('heading-3')}" line-height="1.4" font-weight="bold" color="{$second}" space-before="6mm" space-after="2mm" keep-together.within-page="always" keep-with-next.within-column="always" xml:lang="{f:tag($language)}">
								<xsl:value-of select="f:label('index.order', $language)"/>
							</fo:block>
						</xsl:if>
						<fo:block xml:lang="{f:tag($language)}" hyphenate="false"><xsl:apply-templates select="exsl:node-set($lines)/line"/></fo:block>
					</xsl:if>
				</xsl:for-each>
			</fo:flow>
		</fo:page-sequence>
	</xsl:template>

	<!-- Entries in a language: those that have a name in it, and in the first language all others too. -->
	<xsl:template name="index-lines">
		<xsl:param name="kind"/>
		<xsl:param name="language"/>
		<xsl:variable name="unsorted">
			<xsl:for-each select="exsl:node-set($occurrences)/occurrence[@kind = $kind]">
				<xsl:choose>
					<xsl:when test="@name"><xsl:if test="@lang = $language and generate-id() = generate-id(key('occurrence-by-name', @name)[1])"><entry name="{@name}"/></xsl:if></xsl:when>
					<xsl:when test="generate-id() = generate-id(key('occurrence', @of)[1])">
						<xsl:variable name="of" select="string(@of)"/>
						<xsl:for-each select="$document"><xsl:for-each select="key('by-id', $of)[k:name/@xml:lang = $language or $language = $first-language]">
							<xsl:variable name="name" select="f:pick(k:name, $language)"/>
							<entry of="{$of}" name="{concat($name/@sort, substring($name, 1 div not($name/@sort)))}"/>
						</xsl:for-each></xsl:for-each>
					</xsl:when>
				</xsl:choose>
			</xsl:for-each>
		</xsl:variable>
		<!-- By the letter first: collation puts Latin names apart from Chinese ones, which stand under the same letters. -->
		<xsl:for-each select="exsl:node-set($unsorted)/entry">
			<xsl:sort select="c:initial(string(@name), $language)" lang="{$language}"/>
			<xsl:sort select="@name" lang="{$language}"/>
			<line of="{@of}" name="{@name}" letter="{c:initial(string(@name), $language)}"/>
		</xsl:for-each>
	</xsl:template>

	<xsl:template match="line">
		<xsl:variable name="line" select="."/>
		<xsl:if test="not(preceding-sibling::line[1]/@letter = @letter)">
			<fo:block font-family="{$heading-family}" font-weight="bold" font-size="{f:size('heading-3')}" line-height="1.3" color="{$accent}" space-before="3mm" space-after="0.5mm" keep-with-next.within-column="always"><xsl:value-of select="@letter"/></fo:block>
		</xsl:if>
		<!-- No entry stands alone at the foot or head of a column. -->
		<fo:block start-indent="5mm" text-indent="-5mm">
			<xsl:if test="$line/preceding-sibling::line[1]/@letter = @letter and not($line/following-sibling::line[1]/@letter = @letter)"><xsl:attribute name="keep-with-previous.within-column">always</xsl:attribute></xsl:if>
			<xsl:if test="not($line/preceding-sibling::line[1]/@letter = @letter) and $line/following-sibling::line[1]/@letter = @letter"><xsl:attribute name="keep-with-next.within-column">always</xsl:attribute></xsl:if>
			<xsl:value-of select="@name"/>
			<xsl:text>　</xsl:text>
			<fo:index-page-citation-list page-number-treatment="link">
				<xsl:for-each select="exsl:node-set($occurrences)">
					<xsl:for-each select="key('occurrence', $line/@of)[string($line/@of) and generate-id() = generate-id(key('occurrence-at', concat(@of, ' ', @at))[1])] | key('occurrence-by-name', $line/@name)[not(string($line/@of))]">
						<fo:index-key-reference ref-index-key="{@at}"/>
					</xsl:for-each>
				</xsl:for-each>
			</fo:index-page-citation-list>
		</fo:block>
	</xsl:template>
</xsl:stylesheet>
