// DpkoBot on Azure App Service, with its Azure Bot registration (managed identity), Teams and Direct Line, and Redis.
//   az group create -n dpkobot -l westeurope
//   az deployment group create -g dpkobot -f deploy/azure/main.bicep -p name=dpkobot-example
//   dotnet publish src/DpkoBot -c Release -o out && (cd out && zip -qr ../out.zip .) && az webapp deploy -g dpkobot -n dpkobot-example --src-path out.zip --type zip

@description('The name of the web app, and so of its address: <name>.azurewebsites.net.')
@minLength(2)
@maxLength(40)
param name string

param location string = resourceGroup().location

@description('How people see the bot.')
param displayName string = 'DpkoBot'

@description('How many hosts serve. With more than one, Redis is needed.')
@minValue(1)
@maxValue(10)
param instances int = 2

param planSku string = 'P0v3'

param redisSku string = 'Balanced_B0'

@description('Where OpenTelemetry data goes by OTLP; empty for nowhere.')
param otlpEndpoint string = ''

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource redis 'Microsoft.Cache/redisEnterprise@2025-04-01' = {
  name: '${name}-redis'
  location: location
  sku: { name: redisSku }
  properties: { minimumTlsVersion: '1.2' }
}

resource database 'Microsoft.Cache/redisEnterprise/databases@2025-04-01' = {
  parent: redis
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    port: 10000
    clusteringPolicy: 'EnterpriseCluster'
    evictionPolicy: 'VolatileLRU'
    accessKeysAuthentication: 'Enabled'
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: planSku, capacity: instances }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Any host serves any request.
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      alwaysOn: true
      webSocketsEnabled: true
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/healthz/ready'
      appSettings: [
        // The front end is the only way in, and says who the client is.
        { name: 'ASPNETCORE_FORWARDEDHEADERS_ENABLED', value: 'true' }
        { name: 'ASPNETCORE_URLS', value: 'http://+:8080' }
        { name: 'PORT', value: '8080' }
        { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
        { name: 'MicrosoftAppId', value: identity.properties.clientId }
        { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
        { name: 'ConnectionStrings__Redis', value: '${redis.properties.hostName}:10000,ssl=true,password=${database.listKeys().primaryKey}' }
        { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }
      ]
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: displayName
    endpoint: 'https://${app.properties.defaultHostName}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
}

resource directLine 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'DirectLineChannel'
  location: 'global'
  properties: {
    channelName: 'DirectLineChannel'
    properties: { sites: [{ siteName: 'chat', isEnabled: true, isV1Enabled: false, isV3Enabled: true, isSecureSiteEnabled: true, trustedOrigins: ['https://${app.properties.defaultHostName}'] }] }
  }
}

output address string = 'https://${app.properties.defaultHostName}'
output appId string = identity.properties.clientId
